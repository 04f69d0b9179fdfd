package io.retort.boot.tool.report;

import io.retort.boot.tool.command.Outcome;
import io.retort.boot.tool.command.ToolCommand;
import io.retort.boot.tool.command.ToolContext;
import io.retort.revision.Planner;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code show}: revisions with all that they say. */
public final class ShowCommand implements ToolCommand {

    @Override
    public Outcome run(ToolContext context) {
        RevisionGraph graph = context.retort().graph();
        String target = context.line().wordOr("heads");
        Set<String> current = "current".equals(target) ? current(context) : Set.of();
        List<RevisionInfo> revisions = new Planner(graph).resolve(target, current);
        Marks marks = new Marks(graph, current);
        if (context.line().has("json")) {
            context.json(Map.of("revisions", revisions.stream().map(marks::json).toList()));
        } else {
            revisions.forEach(revision -> context.out().print(marks.block(revision)));
        }
        return Outcome.ok();
    }

    private static Set<String> current(ToolContext context) {
        return context.retort().status().currentHeads().stream()
                .map(RevisionInfo::id)
                .collect(Collectors.toSet());
    }
}
