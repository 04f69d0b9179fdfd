package io.retort.boot.command;

import io.retort.Retort;
import io.retort.RetortOptions;
import io.retort.RunReport;
import io.retort.Status;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.revision.Direction;
import io.retort.revision.Planner;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import io.retort.run.AppliedRevision;
import io.retort.run.RunListener;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code upgrade} and {@code downgrade}: applies or reverts revisions, or prints the SQL.
 *
 * @param direction whether the command upgrades or downgrades
 */
record MigrateCommand(Direction direction) implements ToolCommand {

    @Override
    public CommandOutcome run(ToolContext context) {
        String target = target(context.line());
        if (context.line().has("sql")) {
            return WrittenScript.move(context, direction, target);
        }
        return context.line().has("plan") ? new PlanCommand(direction).run(context, target) : move(context, target);
    }

    /** Returns the target in a command line. An upgrade defaults to {@code head}; a downgrade needs one. */
    public String target(CommandLine line) {
        if (direction == Direction.DOWN && line.words().isEmpty()) {
            throw CommandLine.usage(
                    "A downgrade needs a target.",
                    Advice.of("Type for example: ", Advice.command("downgrade", Advice.target("-1"))));
        }
        return line.wordOr("head");
    }

    private CommandOutcome move(ToolContext context, String target) {
        RunReport report = apply(context, target);
        if (context.line().has("json")) {
            context.json(ReportJson.of(report));
        }
        if (!report.unknown().isEmpty()) {
            context.say(unknown(report.unknown()));
        } else if (!report.steps().isEmpty()) {
            context.say(
                    InMemoryDatabase.isUsedBy(context)
                            ? InMemoryDatabase.AFTER_RUN
                            : next(
                                    context.retort(),
                                    report,
                                    context.unit().settings().target()));
        }
        return CommandOutcome.ok();
    }

    private static Advice unknown(List<AppliedRevision> unknown) {
        return Advice.of(
                "Note: the database has " + CommandFormats.count(unknown.size(), "revision")
                        + " that this application does not have: "
                        + unknown.stream().map(AppliedRevision::describe).collect(Collectors.joining(", "))
                        + ". To revert: ",
                Advice.command("switch"),
                ".");
    }

    /** Runs the upgrade or downgrade and prints the result, unless the output is JSON, without the next step. */
    RunReport apply(ToolContext context, String target) {
        Retort retort = permitted(context.retort(), context.line()).with(progress(context, target));
        RunReport report = direction == Direction.UP ? retort.upgrade(target) : retort.downgrade(target);
        if (!context.line().has("json")) {
            context.out().println(AnsiStyle.ofThisProcess().success(sentence(retort.graph(), report)));
        }
        return report;
    }

    /** Returns Retort as the command line permits it to revert: revisions that ran, or also recorded ones. */
    static Retort permitted(Retort retort, CommandLine line) {
        RetortOptions options = retort.options();
        return line.has("revert-recorded")
                ? retort.with(options.withExisting(options.existing().withRevertRecorded(true)))
                : retort;
    }

    private RunListener progress(ToolContext context, String target) {
        if (context.line().has("json")) {
            return new ConsoleLockWaits(context.talk());
        }
        Status status = context.retort().status();
        List<String> heads =
                status.currentHeads().stream().map(RevisionInfo::id).toList();
        String heading =
                (direction == Direction.UP ? "Upgrade" : "Downgrade") + " to " + target + ": " + status.database()
                        + ", from " + CommandFormats.places(context.retort().graph(), heads);
        return new ConsoleProgress(heading, context.talk());
    }

    private String sentence(RevisionGraph graph, RunReport report) {
        if (report.steps().isEmpty()) {
            return "Nothing to do: " + report.database() + " is at " + CommandFormats.places(graph, report.after())
                    + ".";
        }
        return (direction == Direction.UP ? "Upgraded " : "Downgraded ") + report.database() + " to "
                + CommandFormats.places(graph, report.after()) + ": "
                + CommandFormats.count(report.steps().size(), "revision") + " in "
                + CommandFormats.seconds(report.duration())
                + CommandFormats.recorded(report)
                + ".";
    }

    private Advice next(Retort retort, RunReport report, String startTarget) {
        RevisionGraph graph = retort.graph();
        Set<String> heads = new HashSet<>();
        graph.heads(true).forEach(head -> heads.add(head.id()));
        if (!heads.equals(new HashSet<>(report.after()))) {
            return Advice.of("Next: ", Advice.command("plan"), " shows what is pending.");
        }
        if (graph.heads().size() > 1 && startTarget.equals("head")) {
            return Advice.of(
                    "The history has " + graph.heads().size() + " heads. Next: merge them with ",
                    Advice.command("merge"),
                    ", or set ",
                    Advice.setting("target", "heads"),
                    " before you start the application.");
        }
        return wayBack(graph, report)
                .filter(target -> canRevert(retort, target))
                .map(target -> Advice.of(
                        "Next: start the application, or revert this upgrade with ",
                        Advice.command("downgrade", Advice.target(target))))
                .orElse(Advice.of("Next: start the application."));
    }

    /**
     * The target that reverts this run, if there is one. With several branches, a downgrade can revert more or fewer
     * revisions, and what was recorded without being run is not reverted.
     */
    private static Optional<String> wayBack(RevisionGraph graph, RunReport report) {
        boolean recorded = report.steps().stream().anyMatch(step -> step.reason() != null);
        if (recorded || report.before().size() > 1 || !report.before().stream().allMatch(graph::contains)) {
            return Optional.empty();
        }
        String target = report.before().isEmpty() ? "base" : report.before().get(0);
        Set<String> reached =
                new Planner(graph).downgrade(report.after(), target).after();
        return reached.equals(Set.copyOf(report.before())) ? Optional.of(target) : Optional.empty();
    }

    /** A downgrade that cannot be prepared changes nothing, so advice to run it is of no use. */
    private static boolean canRevert(Retort retort, String target) {
        try {
            retort.plan(Direction.DOWN, target);
            return true;
        } catch (RetortException e) {
            return false;
        }
    }
}
