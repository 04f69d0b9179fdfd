package io.retort.boot.command;

import io.retort.Status;
import io.retort.error.Advice;
import io.retort.internal.database.Secrets;
import io.retort.internal.json.OperationJson;
import io.retort.internal.sql.SqlSecrets;
import io.retort.internal.text.PrintableText;
import io.retort.operation.Statement;
import io.retort.revision.Direction;
import io.retort.revision.RevisionInfo;
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.PreparedOperation;
import io.retort.sql.SqlSyntax;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code plan}, {@code upgrade --plan} and {@code downgrade --plan}: shows the pending revisions with their statements,
 * without executing anything.
 *
 * @param direction whether the plan is an upgrade or a downgrade
 */
record PlanCommand(Direction direction) implements ToolCommand {

    @Override
    public CommandOutcome run(ToolContext context) {
        return run(context, context.line().wordOr("heads"));
    }

    /** Prints the plan from the current revision to the target. */
    public CommandOutcome run(ToolContext context, String target) {
        Status status = context.retort().status();
        List<PreparedStep> steps =
                MigrateCommand.permitted(context.retort(), context.line()).plan(direction, target);
        if (context.line().has("json")) {
            context.json(json(status, target, steps));
            return CommandOutcome.ok();
        }
        String place = CommandFormats.places(
                context.retort().graph(),
                status.currentHeads().stream().map(RevisionInfo::id).toList());
        if (steps.isEmpty()) {
            context.out().println("Nothing to do: " + status.database() + " is at " + place + ".");
            return CommandOutcome.ok();
        }
        context.say("Plan: " + verb() + " to " + target + ", " + status.database() + ", from " + place + ": "
                + CommandFormats.count(steps.size(), "revision") + ". Nothing is executed.");
        context.show(text(steps));
        context.say(Advice.of("Next: ", Advice.command(verb(), Advice.target(target))));
        return CommandOutcome.ok();
    }

    /** Returns the statements of the pending revisions, one entry for each. */
    List<String> statements(ToolContext context, String target) {
        return context.retort().plan(direction, target).stream()
                .flatMap(step -> step.operations().stream())
                .flatMap(operation -> statements(operation).stream())
                .toList();
    }

    private String verb() {
        return direction == Direction.UP ? "upgrade" : "downgrade";
    }

    private static String text(List<PreparedStep> steps) {
        StringBuilder text = new StringBuilder();
        for (PreparedStep step : steps) {
            text.append(step.isUpgrade() ? "+ " : "- ").append(step.revision().describe());
            text.append(
                    step.reason() == null && step.revision().isSquash()
                            ? "  (replaces " + step.revision().replacedIds().size() + ")"
                            : "");
            text.append(step.reason() == null ? "" : "  (recorded, not run: " + step.reason() + ")");
            text.append(step.transactional() ? "" : "  (outside a transaction)").append(System.lineSeparator());
            step.revision()
                    .remarks()
                    .forEach(remark -> text.append("    remark: ")
                            .append(PrintableText.joined(remark))
                            .append(System.lineSeparator()));
            for (PreparedOperation operation : step.operations()) {
                text.append("    ")
                        .append(PrintableText.joined(operation.operation().describe()))
                        .append(System.lineSeparator());
                operation
                        .waivers()
                        .forEach(waiver -> text.append("        allowed: ")
                                .append(waiver.rule())
                                .append(": ")
                                .append(waiver.reason())
                                .append(System.lineSeparator()));
                statements(operation).stream()
                        .filter(sql -> !operation.operation().describe().endsWith(sql))
                        .forEach(sql -> text.append(sql.indent(8)));
            }
        }
        return text.toString();
    }

    static Map<String, ?> json(Status status, String target, List<PreparedStep> steps) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("database", status.database());
        json.put("current", status.currentHeads().stream().map(RevisionInfo::id).toList());
        json.put("target", target);
        json.put("plan", steps.stream().map(PlanCommand::json).toList());
        return json;
    }

    private static Map<String, ?> json(PreparedStep step) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("revision", step.revision().id());
        json.put("direction", step.isUpgrade() ? "up" : "down");
        json.put("transactional", step.transactional());
        if (step.reason() != null) {
            json.put("reason", step.reason());
        }
        json.put("remarks", step.revision().remarks());
        json.put("operations", step.operations().stream().map(PlanCommand::json).toList());
        return json;
    }

    static Map<String, ?> json(PreparedOperation operation) {
        Map<String, Object> json = new LinkedHashMap<>(OperationJson.of(operation.operation()));
        json.put("statements", statements(operation));
        if (!operation.waivers().isEmpty()) {
            json.put(
                    "waivers",
                    operation.waivers().stream().map(LintCommand::json).toList());
        }
        return json;
    }

    private static List<String> statements(PreparedOperation operation) {
        ShownStatement shown = new ShownStatement(operation.syntax());
        return operation.statements().stream()
                .map(statement -> statement.accept(shown))
                .toList();
    }

    private record ShownStatement(SqlSyntax syntax) implements Statement.Visitor<String, RuntimeException> {

        @Override
        public String sql(Statement.Sql sql) {
            return masked(sql.text());
        }

        @Override
        public String backfill(Statement.Backfill backfill) {
            return masked(backfill.text());
        }

        @Override
        public String work(Statement.Work work) {
            return "(work \"" + work.name() + "\")";
        }

        private String masked(String text) {
            return SqlSecrets.mask(text, syntax, Secrets::mask);
        }
    }
}
