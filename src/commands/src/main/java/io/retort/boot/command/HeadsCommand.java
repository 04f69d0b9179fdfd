package io.retort.boot.command;

import io.retort.error.Advice;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code heads}: lists the heads. Does not connect to the database. */
final class HeadsCommand implements ToolCommand {

    @Override
    public CommandOutcome run(ToolContext context) {
        RevisionGraph graph = context.retort().graph();
        List<RevisionInfo> heads = graph.heads(context.line().has("resolve-dependencies"));
        RevisionFlags flags = new RevisionFlags(graph, context.application().getEnvironment(), Set.of());
        if (context.line().has("json")) {
            context.json(Map.of("heads", heads.stream().map(flags::json).toList()));
        } else if (heads.isEmpty()) {
            context.say(NoRevisions.ADVICE);
        } else {
            context.say(
                    "Heads: " + heads.size() + " in a history of " + CommandFormats.count(graph.size(), "revision"));
            heads.stream()
                    .flatMap(head -> RevisionText.of(flags, context).apply(head).stream())
                    .forEach(context.out()::println);
            context.say(next(heads.size(), InMemoryDatabase.isUsedBy(context)));
        }
        return CommandOutcome.ok();
    }

    private static Advice next(int heads, boolean inMemory) {
        if (heads == 1 && inMemory) {
            return InMemoryDatabase.NEXT;
        }
        return heads == 1
                ? Advice.of("Next: ", Advice.command("upgrade"), " upgrades to it.")
                : Advice.of(
                        "Next: merge them with ",
                        Advice.command("merge", Advice.option("message", "...")),
                        ", or upgrade to all of them with ",
                        Advice.command("upgrade", Advice.target("heads")));
    }
}
