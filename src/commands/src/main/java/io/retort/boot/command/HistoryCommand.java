package io.retort.boot.command;

import io.retort.Status;
import io.retort.error.Advice;
import io.retort.internal.graph.MermaidGraph;
import io.retort.internal.graph.TextGraph;
import io.retort.revision.Planner;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code history}: lists the revisions, newest first. Connects to the database only for {@code --indicate-current} and
 * for ranges with {@code current}.
 */
final class HistoryCommand implements ToolCommand {

    @Override
    public CommandOutcome run(ToolContext context) {
        String range = context.line().option("range").orElse(":");
        Optional<Status> status =
                mustConnect(context, range) ? Optional.of(context.retort().status()) : Optional.empty();
        RevisionGraph graph =
                status.map(Status::graph).orElseGet(() -> context.retort().graph());
        Set<String> current = status.map(HistoryCommand::ids).orElse(Set.of());
        List<RevisionInfo> revisions = new Planner(graph).history(range, current);
        RevisionFlags flags = status.map(
                        found -> RevisionFlags.of(graph, context.application().getEnvironment(), current, found))
                .orElseGet(() -> new RevisionFlags(graph, context.application().getEnvironment(), current));
        if (context.line().has("mermaid")) {
            mermaid(MermaidGraph.of(revisions, graph, current), context);
        } else if (context.line().has("json")) {
            context.json(Map.of("history", revisions.stream().map(flags::json).toList()));
        } else if (graph.size() == 0) {
            context.say(NoRevisions.ADVICE);
        } else {
            context.say(heading(range, revisions.size(), graph, status));
            TextGraph.of(revisions, RevisionText.of(flags, context)).forEach(context.out()::println);
            context.say(next(revisions));
        }
        return CommandOutcome.ok();
    }

    private static void mermaid(List<String> lines, ToolContext context) {
        if (context.line().has("json")) {
            throw CommandLine.usage(
                    "A graph of Mermaid is not JSON.",
                    Advice.of("Leave out ", Advice.option("json"), " or ", Advice.option("mermaid"), "."));
        }
        lines.forEach(context.out()::println);
        if (!MermaidGraph.isDrawable(lines)) {
            context.say(Advice.of(
                    "Warning: Mermaid draws at most " + MermaidGraph.MOST_EDGES + " edges and "
                            + MermaidGraph.MOST_CHARACTERS + " characters. To list a part of the history: ",
                    Advice.command("history", Advice.option("mermaid"), Advice.option("range", "<from>:<to>"))));
        }
    }

    private static String heading(String range, int number, RevisionGraph graph, Optional<Status> status) {
        return "History" + (range.equals(":") ? "" : " " + range) + ": " + CommandFormats.count(number, "revision")
                + ", newest first"
                + status.map(found -> "; " + found.database() + " is at " + CommandFormats.places(graph, ids(found)))
                        .orElse("");
    }

    private static Advice next(List<RevisionInfo> revisions) {
        return revisions.isEmpty()
                ? Advice.of("Next: ", Advice.command("history"), " shows the whole history.")
                : Advice.of(
                        "Next: ",
                        Advice.command("show", Advice.target(revisions.get(0).id())),
                        " shows the details of one revision.");
    }

    private static boolean mustConnect(ToolContext context, String range) {
        return context.line().has("indicate-current") || range.contains("current");
    }

    private static Set<String> ids(Status status) {
        return status.currentHeads().stream().map(RevisionInfo::id).collect(Collectors.toSet());
    }
}
