package io.retort.boot.tool.change;

import io.retort.Retort;
import io.retort.RunReport;
import io.retort.boot.tool.command.CommandLine;
import io.retort.boot.tool.command.Outcome;
import io.retort.boot.tool.command.ToolCommand;
import io.retort.boot.tool.command.ToolContext;
import io.retort.boot.tool.report.PlanCommand;
import io.retort.revision.Direction;
import io.retort.run.StepReport;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code upgrade} and {@code downgrade}: moves the database, or says with which SQL it would move. */
public record MoveCommand(Direction direction) implements ToolCommand {

    @Override
    public Outcome run(ToolContext context) {
        String target = target(context.line());
        if (context.line().has("sql")) {
            context.write(context.retort().script(direction, target, OfflineDialect.of(context.application())));
            return Outcome.ok();
        }
        return context.line().has("plan") ? new PlanCommand(direction).run(context) : move(context, target);
    }

    private String target(CommandLine line) {
        if (direction == Direction.DOWN && line.words().isEmpty()) {
            throw CommandLine.usage(
                    "A downgrade needs a target.", "Type for example: mvn migrate:downgrade -Dtarget=-1");
        }
        return line.wordOr("head");
    }

    private Outcome move(ToolContext context, String target) {
        Retort retort = context.retort().with(new SpokenProgress(context.talk()));
        RunReport report = direction == Direction.UP ? retort.upgrade(target) : retort.downgrade(target);
        if (context.line().has("json")) {
            context.json(json(report));
        } else {
            context.out().println(sentence(report));
        }
        return Outcome.ok();
    }

    private String sentence(RunReport report) {
        if (report.steps().isEmpty()) {
            return "Nothing to do: " + report.database() + " is at " + names(report.after()) + ".";
        }
        return (direction == Direction.UP ? "Upgraded " : "Downgraded ") + report.database() + " from "
                + names(report.before()) + " to " + names(report.after()) + ": "
                + report.steps().size() + (report.steps().size() == 1 ? " revision" : " revisions") + " in "
                + SpokenProgress.seconds(report.duration()) + ".";
    }

    private static String names(List<String> heads) {
        return heads.isEmpty() ? "base" : String.join(", ", heads);
    }

    private static Map<String, ?> json(RunReport report) {
        return Map.of(
                "database", report.database(),
                "before", report.before(),
                "after", report.after(),
                "steps", report.steps().stream().map(MoveCommand::json).toList());
    }

    private static Map<String, ?> json(StepReport step) {
        return Map.of(
                "revision", step.revision().id(),
                "direction", step.direction().name().toLowerCase(Locale.ROOT),
                "statements", step.statements(),
                "milliseconds", step.duration().toMillis());
    }
}
