package io.retort.boot.tool.report;

import io.retort.boot.tool.command.Outcome;
import io.retort.boot.tool.command.ToolCommand;
import io.retort.boot.tool.command.ToolContext;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import java.util.List;
import java.util.Set;

/** {@code branches}: the revisions that several others follow. */
public final class BranchesCommand implements ToolCommand {

    @Override
    public Outcome run(ToolContext context) {
        RevisionGraph graph = context.retort().graph();
        List<RevisionInfo> points = graph.all().stream()
                .filter(revision -> graph.children(revision.id()).size() > 1)
                .toList();
        return new RevisionList("branches", new Marks(graph, Set.of()), points)
                .print(context, "The history has no branch points.");
    }
}
