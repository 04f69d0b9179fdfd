package io.retort.boot.command;

import io.retort.RunReport;
import io.retort.error.Advice;
import io.retort.revision.Direction;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import io.retort.run.StepReport;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code stamp}: sets the current revision in the history table without running revisions, or prints the SQL for it.
 * Several targets are separated by commas.
 */
final class StampCommand implements ToolCommand {

    @Override
    public CommandOutcome run(ToolContext context) {
        List<String> targets = targets(context.line());
        if (context.line().has("sql")) {
            return WrittenScript.stamp(context, targets);
        }
        boolean purge = context.line().has("purge");
        RunReport report =
                context.retort().with(new ConsoleLockWaits(context.talk())).stamp(targets, purge);
        if (context.line().has("json")) {
            context.json(ReportJson.of(report));
        } else {
            context.out().println(sentence(context.retort().graph(), report, purge));
        }
        warn(context, removedRows(report));
        if (!report.steps().isEmpty()) {
            context.say(Advice.of(
                    "Next: ",
                    Advice.command("current"),
                    " shows the current heads, ",
                    Advice.command("check"),
                    " compares the database with the entities."));
        }
        return CommandOutcome.ok();
    }

    /** Returns the targets in a command line. */
    public static List<String> targets(CommandLine line) {
        List<String> targets = line.words().stream()
                .flatMap(word -> Arrays.stream(word.split(",")))
                .map(String::strip)
                .filter(target -> !target.isEmpty())
                .toList();
        if (targets.isEmpty()) {
            throw CommandLine.usage(
                    "A stamp needs a target.",
                    Advice.of("Type for example: ", Advice.command("stamp", Advice.target("head"))));
        }
        return targets;
    }

    private static String sentence(RevisionGraph graph, RunReport report, boolean purge) {
        String after = CommandFormats.places(graph, report.after());
        if (report.steps().isEmpty()) {
            return "Nothing to do: " + report.database() + " is at " + after + ".";
        }
        return "Stamped " + report.database() + ", from "
                + (purge ? "all recorded revisions" : CommandFormats.places(graph, report.before())) + " to " + after
                + ": nothing was run.";
    }

    private static List<RevisionInfo> removedRows(RunReport report) {
        return report.steps().stream()
                .filter(step -> step.direction() == Direction.DOWN)
                .map(StepReport::revision)
                .toList();
    }

    /** Printed with JSON output too, because a script that calls the command must not miss it. */
    private static void warn(ToolContext context, List<RevisionInfo> forgotten) {
        if (!forgotten.isEmpty()) {
            context.talk()
                    .println("Warning: " + CommandFormats.count(forgotten.size(), "revision")
                            + " no longer recorded as applied, but their changes are still in the database: "
                            + forgotten.stream().map(RevisionInfo::describe).collect(Collectors.joining(", ")));
        }
    }
}
