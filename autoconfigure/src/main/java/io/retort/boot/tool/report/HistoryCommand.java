package io.retort.boot.tool.report;

import io.retort.Status;
import io.retort.boot.tool.command.Outcome;
import io.retort.boot.tool.command.ToolCommand;
import io.retort.boot.tool.command.ToolContext;
import io.retort.boot.tool.command.Wording;
import io.retort.error.Advice;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import io.retort.revision.plan.Planner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code history}: lists the revisions, newest first. Connects to the database only for {@code --indicate-current} and
 * for ranges with {@code current}.
 */
public final class HistoryCommand implements ToolCommand {

    @Override
    public Outcome run(ToolContext context) {
        RevisionGraph graph = context.retort().graph();
        String range = context.line().option("range").orElse(":");
        Optional<Status> status =
                mustConnect(context, range) ? Optional.of(context.retort().status()) : Optional.empty();
        Set<String> current = status.map(HistoryCommand::ids).orElse(Set.of());
        List<RevisionInfo> revisions = new Planner(graph).history(range, current);
        Marks marks = new Marks(graph, current);
        if (context.line().has("json")) {
            context.json(Map.of("history", revisions.stream().map(marks::json).toList()));
        } else if (graph.size() == 0) {
            context.say(NoRevisions.ADVICE);
        } else {
            context.say(heading(range, revisions.size(), graph, status));
            GraphDrawing.of(revisions, RevisionText.of(marks, context)).forEach(context.out()::println);
            context.say(next(revisions));
        }
        return Outcome.ok();
    }

    private static String heading(String range, int number, RevisionGraph graph, Optional<Status> status) {
        return "History" + (range.equals(":") ? "" : " " + range) + ": " + Wording.count(number, "revision")
                + ", newest first"
                + status.map(found -> "; " + found.database() + " is at " + Wording.places(graph, ids(found)))
                        .orElse("");
    }

    private static Advice next(List<RevisionInfo> revisions) {
        return revisions.isEmpty()
                ? Advice.of("Next: ", Advice.command("history"), " shows all of it.")
                : Advice.of(
                        "Next: ",
                        Advice.command("show", Advice.target(revisions.get(0).id())),
                        " tells all about one of them.");
    }

    private static boolean mustConnect(ToolContext context, String range) {
        return context.line().has("indicate-current") || range.contains("current");
    }

    private static Set<String> ids(Status status) {
        return status.currentHeads().stream().map(RevisionInfo::id).collect(Collectors.toSet());
    }
}
