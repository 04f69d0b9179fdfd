package io.retort.boot.command;

import io.retort.error.Advice;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code branches}: lists the branch points, which are revisions with several children. Does not connect to the
 * database.
 */
final class BranchesCommand implements ToolCommand {

    @Override
    public CommandOutcome run(ToolContext context) {
        RevisionGraph graph = context.retort().graph();
        RevisionFlags flags = new RevisionFlags(graph, context.application().getEnvironment(), Set.of());
        List<RevisionInfo> points = graph.all().stream()
                .filter(revision -> graph.children(revision.id()).size() > 1)
                .toList();
        if (context.line().has("json")) {
            context.json(Map.of(
                    "branches", points.stream().map(point -> json(point, flags)).toList()));
        } else if (points.isEmpty()) {
            context.say("The history has no branch points.");
        } else {
            context.say("Branches: " + CommandFormats.count(points.size(), "branch point") + " in a history of "
                    + CommandFormats.count(graph.size(), "revision"));
            points.forEach(point -> print(point, RevisionText.of(flags, context), context));
            context.say(Advice.of("Next: ", Advice.command("heads"), " shows the heads."));
        }
        return CommandOutcome.ok();
    }

    private static void print(RevisionInfo point, RevisionText text, ToolContext context) {
        text.apply(point).forEach(context.out()::println);
        text.flags()
                .graph()
                .children(point.id())
                .forEach(child -> context.out().println("  -> " + text.flags().line(child, text.ansi())));
    }

    private static Map<String, Object> json(RevisionInfo point, RevisionFlags flags) {
        Map<String, Object> json = new LinkedHashMap<>(flags.json(point));
        json.put(
                "children",
                flags.graph().children(point.id()).stream()
                        .map(RevisionInfo::id)
                        .toList());
        return json;
    }
}
