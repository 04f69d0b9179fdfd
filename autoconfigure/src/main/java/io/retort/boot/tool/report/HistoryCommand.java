package io.retort.boot.tool.report;

import io.retort.boot.tool.command.Outcome;
import io.retort.boot.tool.command.ToolCommand;
import io.retort.boot.tool.command.ToolContext;
import io.retort.revision.Planner;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code history}: the revisions, newest first. Connects to the database only when it must say where that is. */
public final class HistoryCommand implements ToolCommand {

    @Override
    public Outcome run(ToolContext context) {
        RevisionGraph graph = context.retort().graph();
        String range = context.line().option("range").orElse(":");
        Set<String> current = mustConnect(context, range) ? current(context) : Set.of();
        return new RevisionList("history", new Marks(graph, current), new Planner(graph).history(range, current))
                .print(context, "The application has no revisions. Next: mvn migrate:revision -Dmessage=...");
    }

    private static boolean mustConnect(ToolContext context, String range) {
        return context.line().has("indicate-current") || range.contains("current");
    }

    private static Set<String> current(ToolContext context) {
        return context.retort().status().currentHeads().stream()
                .map(RevisionInfo::id)
                .collect(Collectors.toSet());
    }
}
