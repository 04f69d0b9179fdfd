package io.retort.boot.tool.report;

import io.retort.boot.tool.command.Outcome;
import io.retort.boot.tool.command.ToolCommand;
import io.retort.boot.tool.command.ToolContext;
import io.retort.operation.Statement;
import io.retort.revision.Direction;
import io.retort.run.PreparedOperation;
import io.retort.run.PreparedStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code plan}: what would run, with its statements. Nothing is executed. */
public record PlanCommand(Direction direction) implements ToolCommand {

    @Override
    public Outcome run(ToolContext context) {
        String target = context.line().wordOr(direction == Direction.UP ? "heads" : "base");
        List<PreparedStep> steps = context.retort().plan(direction, target);
        if (context.line().has("json")) {
            context.json(Map.of("plan", steps.stream().map(PlanCommand::json).toList()));
        } else if (steps.isEmpty()) {
            context.out().println("Nothing would run.");
        } else {
            context.write(text(steps));
        }
        return Outcome.ok();
    }

    private static String text(List<PreparedStep> steps) {
        StringBuilder text = new StringBuilder();
        for (PreparedStep step : steps) {
            text.append(step.isUpgrade() ? "+ " : "- ").append(step.revision().describe());
            text.append(System.lineSeparator());
            for (PreparedOperation operation : step.operations()) {
                text.append("    ").append(operation.operation().describe()).append(System.lineSeparator());
                statements(operation).forEach(sql -> text.append(sql.indent(8)));
            }
        }
        return text.toString();
    }

    private static Map<String, ?> json(PreparedStep step) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("revision", step.revision().id());
        json.put("direction", step.isUpgrade() ? "up" : "down");
        json.put("transactional", step.transactional());
        json.put(
                "operations",
                step.operations().stream()
                        .map(operation ->
                                Map.of("says", operation.operation().describe(), "statements", statements(operation)))
                        .toList());
        return json;
    }

    private static List<String> statements(PreparedOperation operation) {
        return operation.statements().stream()
                .map(statement -> statement instanceof Statement.Sql sql
                        ? sql.text()
                        : "(work \"" + ((Statement.Work) statement).name() + "\")")
                .toList();
    }
}
