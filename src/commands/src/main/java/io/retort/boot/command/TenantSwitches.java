package io.retort.boot.command;

import io.retort.Retort;
import io.retort.RunReport;
import io.retort.SwitchPlan;
import io.retort.SwitchPlan.LostRows;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.internal.text.PrintableText;
import io.retort.run.EditedRevision;
import io.retort.run.PreparedStep;
import io.retort.tenant.TenantReport;
import io.retort.tenant.TenantReport.TenantResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code switch} for all tenants. Each tenant has its own plan; tenants with the same steps are shown together, and one
 * confirmation is for all of them.
 */
final class TenantSwitches {

    private final AllTenants all;
    private final ToolContext context;
    private final GitRevisions git;
    private final Map<SwitchPlan, List<EditedRevision>> edited = Collections.synchronizedMap(new IdentityHashMap<>());

    TenantSwitches(AllTenants all) {
        this.all = all;
        this.context = all.context();
        this.git = SwitchCommand.git(context);
    }

    CommandOutcome run() {
        TenantReport<SwitchPlan> planned;
        try (ShownWork work = ShownWork.of(context, "Plan")) {
            planned = all.each(this::plan, (result, number, total) -> work.at(number, total, result.tenant()));
        }
        Map<String, SwitchPlan> plans = plans(planned);
        if (!planned.failures().isEmpty() || plans.isEmpty() || context.line().has("plan")) {
            return show(planned, plans);
        }
        describe(plans, planned.total());
        describeEdits(planned);
        boolean isConfirmed = plans.values().stream().allMatch(SwitchPlan::isUpgrade)
                || Confirmation.request(context, Advice.command("switch", Advice.option("yes")));
        if (!isConfirmed) {
            json(planned);
            return SwitchCommand.unconfirmed(context);
        }
        return run(planned);
    }

    private SwitchPlan plan(Retort retort) {
        SwitchPlan plan = retort.planSwitch(git::find);
        edited.put(plan, EditedRevisions.left(retort.edits(), plan));
        return plan;
    }

    private List<EditedRevision> edited(SwitchPlan plan) {
        return edited.getOrDefault(plan, List.of());
    }

    /** Prints the edited revisions with the tenants in which other content ran. */
    private void describeEdits(TenantReport<SwitchPlan> planned) {
        Map<List<EditedRevision>, List<String>> edits = new LinkedHashMap<>();
        for (TenantResult<SwitchPlan> result : planned.results()) {
            SwitchPlan plan = result.value();
            if (plan != null && !edited(plan).isEmpty()) {
                edits.computeIfAbsent(edited(plan), each -> new ArrayList<>()).add(result.tenant());
            }
        }
        edits.forEach((left, tenants) -> {
            context.say("In " + tenants.size() + " of " + CommandFormats.count(planned.total(), "tenant") + " ("
                    + TenantReport.named(tenants) + "):");
            left.stream().flatMap(edit -> edit.describe().stream()).forEach(context::say);
        });
        if (!edits.isEmpty()) {
            context.say(Advice.of(
                    "Next: restore their former text, or accept them in one tenant, if it has what they declare now: ",
                    Advice.command("repair", Advice.option("tenant", "...")),
                    "."));
        }
    }

    private CommandOutcome outcome(TenantReport<?> report) {
        CommandOutcome outcome = all.outcome(report);
        boolean isEdited = edited.values().stream().anyMatch(left -> !left.isEmpty());
        return isEdited && outcome.status() == ExitStatus.OK ? EditedRevisions.left() : outcome;
    }

    /** Nothing is run if one tenant cannot be switched, because one schema would stay behind the others. */
    private CommandOutcome show(TenantReport<SwitchPlan> planned, Map<String, SwitchPlan> plans) {
        describe(plans, planned.total());
        describeEdits(planned);
        if (!context.line().has("json")) {
            all.tellFailures(planned);
            if (!planned.failures().isEmpty()) {
                context.say(Advice.of(
                        "Nothing was run. Next: for a tenant that can be switched: ",
                        Advice.command("switch", Advice.option("tenant", "...")),
                        "."));
            } else if (plans.isEmpty() && outcome(planned).status() != ExitStatus.OK) {
                context.out()
                        .println("Nothing was run: each of " + CommandFormats.count(planned.total(), "tenant")
                                + " has the ids of this application's revisions, but some ran with other content.");
            } else if (plans.isEmpty()) {
                context.out()
                        .println("Nothing to do: each of " + CommandFormats.count(planned.total(), "tenant")
                                + " has exactly the revisions of this application.");
            } else {
                context.say(Advice.of("Next: ", Advice.command("switch")));
            }
        }
        json(planned);
        return plans.isEmpty() ? outcome(planned) : all.outcome(planned);
    }

    private static Map<String, SwitchPlan> plans(TenantReport<SwitchPlan> planned) {
        Map<String, SwitchPlan> plans = new LinkedHashMap<>();
        for (TenantResult<SwitchPlan> result : planned.results()) {
            SwitchPlan plan = result.value();
            if (plan != null && !plan.steps().isEmpty()) {
                plans.put(result.tenant(), plan);
            }
        }
        return plans;
    }

    /** Prints each distinct route once, with its tenants and what each of them loses. */
    private void describe(Map<String, SwitchPlan> plans, int total) {
        Map<List<String>, List<String>> routes = new LinkedHashMap<>();
        plans.forEach((tenant, plan) ->
                routes.computeIfAbsent(route(plan), steps -> new ArrayList<>()).add(tenant));
        for (List<String> tenants : routes.values()) {
            SwitchPlan plan = Objects.requireNonNull(plans.get(tenants.get(0)));
            context.say("Switch " + tenants.size() + " of " + CommandFormats.count(total, "tenant") + " ("
                    + TenantReport.named(tenants) + "): " + SwitchText.summary(plan) + "."
                    + (context.line().has("plan") ? " Nothing is executed." : ""));
            SwitchText.lines(new SwitchPlan(plan.database(), plan.steps(), Map.of()))
                    .forEach(context::say);
            for (String tenant : tenants) {
                List<LostRows> lost = Objects.requireNonNull(plans.get(tenant)).losses();
                if (!lost.isEmpty()) {
                    context.say("    lost in " + PrintableText.joined(tenant) + ": "
                            + lost.stream().map(LostRows::describe).collect(Collectors.joining("; ")));
                }
            }
        }
    }

    private static List<String> route(SwitchPlan plan) {
        return plan.steps().stream().map(TenantSwitches::route).toList();
    }

    private static String route(PreparedStep step) {
        return step.revision().id() + " " + step.isUpgrade() + " "
                + step.stored().formerId();
    }

    private CommandOutcome run(TenantReport<SwitchPlan> planned) {
        Map<String, SwitchPlan> plans = new LinkedHashMap<>();
        planned.results().forEach(result -> plans.put(result.tenant(), Objects.requireNonNull(result.value())));
        TenantReport<Done> report;
        try (ShownWork work = ShownWork.of(context, "Switch")) {
            report = all.each(
                    List.copyOf(plans.keySet()),
                    (tenant, retort) -> run(retort, Objects.requireNonNull(plans.get(tenant))),
                    (result, number, total) -> tell(result, number, total, work));
        }
        if (context.line().has("json")) {
            all.json(report, done -> SwitchText.json(done.plan(), edited(done.plan()), done.report()));
        } else {
            context.out().println(summary(report));
            all.tellFailures(report);
        }
        return outcome(report);
    }

    private Done run(Retort retort, SwitchPlan plan) {
        return new Done(
                plan,
                plan.steps().isEmpty()
                        ? null
                        : retort.with(new ConsoleLockWaits(context.talk())).runSwitch(plan, git::find));
    }

    private void tell(TenantResult<?> result, int number, int total, ShownWork work) {
        work.at(number, total, result.tenant());
        boolean isIdle = result.value() instanceof Done done && done.report() == null;
        if (!isIdle) {
            work.say("  " + number + " of " + total + "  " + PrintableText.joined(result.tenant()) + "  "
                    + (result.failed() ? "failed" : "switched"));
        }
    }

    private static String summary(TenantReport<Done> report) {
        long switched =
                report.values().stream().filter(done -> done.report() != null).count();
        return "Switched " + switched + " of " + CommandFormats.count(report.total(), "tenant") + " in "
                + CommandFormats.seconds(report.duration())
                + part(report.values().size() - switched, "had nothing to do")
                + part(report.failures().size(), "failed")
                + part(report.notBegun().size(), "not started")
                + ".";
    }

    private static String part(long number, String what) {
        return number == 0 ? "" : ", " + number + " " + what;
    }

    /**
     * What was done for a tenant.
     *
     * @param plan the plan
     * @param report the report; null if there was nothing to do
     */
    private record Done(SwitchPlan plan, @Nullable RunReport report) {}

    private void json(TenantReport<SwitchPlan> planned) {
        if (context.line().has("json")) {
            all.json(planned, plan -> SwitchText.json(plan, edited(plan), null));
        }
    }
}
