package io.retort.boot.command;

import io.retort.boot.autoconfigure.UnitTenants;
import io.retort.boot.command.CheckCommand.Checked;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.text.PrintableText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * {@code check} for all tenants, one after the other: tenants with the same result are shown together, and the last line
 * names those that differ.
 */
final class TenantChecks {

    private final ToolContext context;
    private final UnitTenants.Found found;
    private final Function<String, ToolContext> in;

    /**
     * Creates the checks.
     *
     * @param context the command's context
     * @param found the tenants
     * @param in returns the context of a tenant
     */
    TenantChecks(ToolContext context, UnitTenants.Found found, Function<String, ToolContext> in) {
        this.context = context;
        this.found = found;
        this.in = in;
    }

    /** @throws RetortException if the differences should be accepted: they are not the same in each tenant */
    CommandOutcome run() {
        if (context.line().has("keep-all")) {
            throw new RetortException(
                    "The differences of several tenants cannot be accepted together.",
                    Advice.of(
                            "Accept those of one tenant: ",
                            Advice.command(
                                    "check",
                                    Advice.option("keep-all"),
                                    Advice.option("tenant", found.names().get(0)))),
                    ExitStatus.USAGE);
        }
        Map<List<String>, List<String>> tenants = new LinkedHashMap<>();
        List<Map<String, Object>> json = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        CommandOutcome first = CommandOutcome.ok();
        for (String tenant : found.names()) {
            Checked checked = check(tenant);
            tenants.computeIfAbsent(checked.lines(), lines -> new ArrayList<>()).add(tenant);
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("tenant", tenant);
            one.putAll(checked.json());
            json.add(one);
            if (checked.outcome().status() != ExitStatus.OK) {
                wrong.add(tenant);
                first = first.status() == ExitStatus.OK ? checked.outcome() : first;
            }
        }
        print(tenants, json, wrong);
        return wrong.isEmpty()
                ? first
                : new CommandOutcome(
                        first.status(),
                        wrong.size() + " of "
                                + CommandFormats.count(found.names().size(), "tenant") + ": " + first.message());
    }

    private Checked check(String tenant) {
        try {
            return CheckCommand.check(in.apply(tenant));
        } catch (RetortException failure) {
            return new Checked(
                    Map.of("failure", failure.what(context.style())),
                    List.of(failure.what(context.style()), failure.advice().in(context.style())),
                    new CommandOutcome(
                            failure.status(),
                            failure.what(context.style()).lines().findFirst().orElse("")),
                    List.of());
        }
    }

    private void print(Map<List<String>, List<String>> tenants, List<Map<String, Object>> json, List<String> wrong) {
        if (context.line().has("json")) {
            context.json(Map.of("tenants", json));
            return;
        }
        tenants.forEach((lines, names) -> {
            context.out()
                    .println((names.size() == 1 ? "Tenant " : "Tenants ")
                            + PrintableText.joined(String.join(", ", names)));
            lines.forEach(line -> context.out().println("  " + line));
        });
        String all = CommandFormats.count(found.names().size(), "tenant");
        if (wrong.isEmpty()) {
            context.out().println("All " + all + " agree.");
        } else {
            context.out()
                    .println(Advice.of(
                                    wrong.size() + " of " + all + " do not agree: "
                                            + PrintableText.joined(String.join(", ", wrong)) + ". For one of them: ",
                                    Advice.command("check", Advice.option("tenant", wrong.get(0))))
                            .in(context.style()));
        }
    }
}
