package io.retort.boot.tool;

import io.retort.RunReport;
import io.retort.SwitchPlan;
import io.retort.dialect.Dialect;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.database.SqlErrorText;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.prepare.StatementLog;
import io.retort.run.PreparedOperation;
import io.retort.run.PreparedStep;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code switch}: reverts the revisions that the application does not know, after confirmation, and upgrades to its own
 * heads.
 */
final class SwitchCommand implements ToolCommand {

    @Override
    public CommandOutcome run(ToolContext context) {
        GitRevisions git = new GitRevisions(
                new Git(Path.of("")), context.unit().settings().placeholders(), () -> dialect(context));
        SwitchPlan plan = context.retort().planSwitch(git::find);
        if (plan.steps().isEmpty()) {
            return nothing(context, plan);
        }
        context.say("Switch: " + plan.database() + ", " + summary(plan) + "."
                + (context.line().has("plan") ? " Nothing is executed." : ""));
        lines(plan).forEach(context::say);
        if (context.line().has("plan")) {
            context.say(Advice.of("Next: ", Advice.command("switch")));
            if (context.line().has("json")) {
                context.json(json(plan, null));
            }
            return CommandOutcome.ok();
        }
        if (!plan.isUpgrade() && !Confirmation.isGiven(context, Advice.command("switch", Advice.option("yes")))) {
            if (context.line().has("json")) {
                context.json(json(plan, null));
            }
            return new CommandOutcome(
                    ExitStatus.NEEDS_ANSWER,
                    Advice.of("the switch is not confirmed: ", Advice.option("yes"), " confirms it")
                            .in(context.style()));
        }
        return run(context, plan, git);
    }

    private static CommandOutcome run(ToolContext context, SwitchPlan plan, GitRevisions git) {
        boolean json = context.line().has("json");
        RunReport report = context.retort()
                .with(json ? new ConsoleLockWaits(context.talk()) : new ConsoleProgress("", context.talk()))
                .runSwitch(plan, git::find);
        if (json) {
            context.json(json(plan, report));
        } else {
            context.out()
                    .println("Switched " + report.database() + " to "
                            + CommandFormats.places(context.retort().graph(), report.after()) + ": "
                            + CommandFormats.count(report.steps().size(), "step") + " in "
                            + CommandFormats.seconds(report.duration()) + ".");
        }
        return CommandOutcome.ok();
    }

    private static CommandOutcome nothing(ToolContext context, SwitchPlan plan) {
        if (context.line().has("json")) {
            context.json(json(plan, null));
        } else {
            context.out()
                    .println("Nothing to do: " + plan.database() + " has exactly the revisions of this application.");
        }
        return CommandOutcome.ok();
    }

    private static String summary(SwitchPlan plan) {
        int down = 0;
        int renamed = 0;
        for (PreparedStep step : plan.steps()) {
            down += step.isUpgrade() ? 0 : 1;
            renamed += step.stored().formerId() == null ? 0 : 1;
        }
        int up = plan.steps().size() - down - renamed;
        List<String> parts = new ArrayList<>();
        if (down > 0) {
            parts.add(CommandFormats.count(down, "revision") + " to revert");
        }
        if (renamed > 0) {
            parts.add(CommandFormats.count(renamed, "revision") + " with a new id");
        }
        if (up > 0) {
            parts.add(CommandFormats.count(up, "revision") + " to apply");
        }
        return String.join(", ", parts);
    }

    private static List<String> lines(SwitchPlan plan) {
        List<String> lines = new ArrayList<>();
        for (PreparedStep step : plan.steps()) {
            String formerId = step.stored().formerId();
            String sign = formerId != null ? "= " : step.isUpgrade() ? "+ " : "- ";
            lines.add(sign
                    + step.revision().describe()
                    + (formerId == null ? "" : "  makes the same change as " + formerId + ", only its row changes"));
            statements(step).forEach(statement -> lines.add("    " + statement));
            plan.lost().getOrDefault(step.revision().id(), List.of()).stream()
                    .forEach(lost -> lines.add("    lost: " + lost.describe()));
        }
        return lines;
    }

    private static List<String> statements(PreparedStep step) {
        List<String> statements = new ArrayList<>();
        for (PreparedOperation operation : step.operations()) {
            operation
                    .statements()
                    .forEach(statement -> statements.add(StatementLog.shown(statement, operation.syntax())));
        }
        return statements;
    }

    private static Map<String, Object> json(SwitchPlan plan, @Nullable RunReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("database", plan.database());
        json.put("plan", plan.steps().stream().map(step -> json(step, plan)).toList());
        json.put("done", report != null || plan.steps().isEmpty());
        if (report != null) {
            json.put("after", report.after());
        }
        return json;
    }

    private static Map<String, Object> json(PreparedStep step, SwitchPlan plan) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("revision", step.revision().id());
        json.put("direction", step.isUpgrade() ? "up" : "down");
        json.put("formerId", step.stored().formerId());
        json.put("statements", statements(step));
        json.put(
                "lost",
                plan.lost().getOrDefault(step.revision().id(), List.of()).stream()
                        .map(LostRowsJson::of)
                        .toList());
        return json;
    }

    private static Dialect dialect(ToolContext context) {
        try (Connection connection = context.unit().database().dataSource().getConnection()) {
            return Dialects.of(connection);
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot connect to the database: " + SqlErrorText.of(e), "Check that the database is running.", e);
        }
    }
}
