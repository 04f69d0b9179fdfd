package io.retort.boot.tool.report;

import io.retort.boot.tool.command.Outcome;
import io.retort.boot.tool.command.ToolCommand;
import io.retort.boot.tool.command.ToolContext;
import io.retort.revision.RevisionGraph;
import java.util.Set;

/** {@code heads}: the revisions that no other one follows. */
public final class HeadsCommand implements ToolCommand {

    @Override
    public Outcome run(ToolContext context) {
        RevisionGraph graph = context.retort().graph();
        boolean resolve = context.line().has("resolve-dependencies");
        return new RevisionList("heads", new Marks(graph, Set.of()), graph.heads(resolve))
                .print(context, "The application has no revisions. Next: mvn migrate:revision -Dmessage=...");
    }
}
