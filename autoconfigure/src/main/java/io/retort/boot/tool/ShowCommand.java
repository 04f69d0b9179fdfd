package io.retort.boot.tool;

import io.retort.error.Advice;
import io.retort.revision.Planner;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code show}: shows revisions with all their properties. Connects to the database only for {@code current}. */
final class ShowCommand implements ToolCommand {

    @Override
    public CommandOutcome run(ToolContext context) {
        RevisionGraph graph = context.retort().graph();
        String target = context.line().wordOr("heads");
        Set<String> current = target.contains("current") ? current(context) : Set.of();
        List<RevisionInfo> revisions = new Planner(graph).resolve(target, current);
        RevisionFlags marks = new RevisionFlags(graph, current);
        if (context.line().has("json")) {
            context.json(Map.of("revisions", revisions.stream().map(marks::json).toList()));
        } else if (revisions.isEmpty()) {
            context.say(
                    graph.size() == 0
                            ? NoRevisions.ADVICE
                            : Advice.of("\"", target, "\" is not a revision, but the state before all revisions."));
        } else {
            RevisionText text = new RevisionText(marks, true, context.ink());
            revisions.forEach(revision -> text.apply(revision).forEach(context.out()::println));
            context.say(Advice.of("Next: ", Advice.command("plan"), " shows what would run."));
        }
        return CommandOutcome.ok();
    }

    private static Set<String> current(ToolContext context) {
        return context.retort().status().knownHeads(context.retort().graph());
    }
}
