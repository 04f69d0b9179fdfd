package io.retort.boot.command;

import io.retort.Retort;
import io.retort.boot.autoconfigure.RetortUnit;
import io.retort.boot.autoconfigure.UnitTenants;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.history.History;
import io.retort.internal.prepare.MultipleHeadsAdvice;
import io.retort.revision.RevisionException;
import io.retort.tenant.TenantReport;
import io.retort.tenant.TenantReport.TenantResult;
import io.retort.tenant.TenantRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * All tenants of a unit, for a command that processes them together.
 */
final class AllTenants {

    private final ToolContext context;
    private final UnitTenants.Found found;

    /**
     * @param context the command's context
     * @param found the tenants
     */
    AllTenants(ToolContext context, UnitTenants.Found found) {
        this.context = context;
        this.found = found;
    }

    ToolContext context() {
        return context;
    }

    /** Applies {@code work} to each tenant. */
    <T> TenantReport<T> each(Function<Retort, T> work, TenantRun.Progress progress) {
        return each(found.names(), (tenant, retort) -> work.apply(retort), progress);
    }

    /** Applies {@code work} to some tenants, with their names. */
    <T> TenantReport<T> each(List<String> names, BiFunction<String, Retort, T> work, TenantRun.Progress progress) {
        RetortUnit loaded = context.unit().loaded();
        History history = History.read(loaded.retort().sources());
        TenantRun run = context.unit().tenants().orElseThrow().run(progress);
        return run.run(names, tenant -> {
            found.require(tenant);
            return advised(
                    retort -> work.apply(tenant, retort), loaded.in(tenant).retort(), history);
        });
    }

    private <T> T advised(Function<Retort, T> work, Retort retort, History history) {
        try {
            return work.apply(retort);
        } catch (RevisionException failure) {
            throw new MultipleHeadsAdvice(history).added(failure);
        }
    }

    /** Returns the number of tenants as text, such as {@code 10 tenants}. */
    String count() {
        return CommandFormats.count(found.names().size(), "tenant");
    }

    /** Returns where all tenants are, such as {@code on PostgreSQL 18}, or nothing if each has its own database. */
    String on(String database) {
        return context.unit().tenants().orElseThrow().areDatabases() ? "" : " on " + database;
    }

    /** Prints why tenants failed and which were not started. */
    void tellFailures(TenantReport<?> report) {
        report.reasons(context.style()).forEach(context.talk()::println);
        if (!report.notBegun().isEmpty()) {
            context.talk().println("Not started: " + TenantReport.named(report.notBegun()) + ".");
        }
    }

    /** Returns the outcome of a command with these results. */
    CommandOutcome outcome(TenantReport<?> report) {
        return report.failures().isEmpty()
                ? CommandOutcome.ok()
                : new CommandOutcome(
                        Objects.requireNonNull(report.failures().get(0).failure())
                                                .status()
                                        == ExitStatus.USAGE
                                ? ExitStatus.USAGE
                                : ExitStatus.FAILED,
                        report.failures().size() + " of " + report.total() + " tenants failed");
    }

    /** Prints all results as JSON. */
    <T> void json(TenantReport<T> report, Function<T, Map<String, ?>> value) {
        List<Map<String, Object>> tenants =
                report.results().stream().map(result -> json(result, value)).toList();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("tenants", tenants);
        json.put("notBegun", report.notBegun());
        context.json(json);
    }

    private <T> Map<String, Object> json(TenantResult<T> result, Function<T, Map<String, ?>> value) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("tenant", result.tenant());
        if (result.failure() != null) {
            RetortException failure = result.failure();
            String problem = failure.what(context.style()).lines().findFirst().orElse("");
            json.put(
                    "failure",
                    JsonResult.failure(
                            problem,
                            failure.what(context.style())
                                    .substring(problem.length())
                                    .strip(),
                            RevisionFiles.inSources(context.application().getEnvironment(), failure.location()),
                            failure.advice(),
                            context.style(),
                            List.of()));
        } else {
            json.putAll(value.apply(Objects.requireNonNull(result.value())));
        }
        return json;
    }
}
