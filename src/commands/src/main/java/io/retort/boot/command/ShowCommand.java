package io.retort.boot.command;

import io.retort.error.Advice;
import io.retort.internal.history.History;
import io.retort.lint.Finding.Waiver;
import io.retort.migration.Operations;
import io.retort.revision.Planner;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import java.util.LinkedHashMap;
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
        List<RevisionInfo> replaced = replaced(target, context);
        List<RevisionInfo> revisions = replaced.isEmpty() ? new Planner(graph).resolve(target, current) : replaced;
        RevisionFlags flags = new RevisionFlags(graph, context.application().getEnvironment(), current);
        if (context.line().has("json")) {
            context.json(Map.of(
                    "revisions",
                    revisions.stream()
                            .map(revision -> json(revision, flags, context))
                            .toList()));
        } else if (revisions.isEmpty()) {
            context.say(
                    graph.size() == 0
                            ? NoRevisions.ADVICE
                            : Advice.of("\"", target, "\" is not a revision, but the state before all revisions."));
        } else {
            RevisionText text = new RevisionText(flags, true, context.ansi());
            for (RevisionInfo revision : revisions) {
                text.apply(revision).forEach(context.out()::println);
                waivers(revision, context)
                        .forEach(waiver ->
                                context.out().println("    allowed: " + waiver.rule() + ": " + waiver.reason()));
            }
            context.say(Advice.of("Next: ", Advice.command("plan"), " shows what would run."));
        }
        return CommandOutcome.ok();
    }

    /** Returns the only revision with an id, or the beginning of one, that a squash replaces and whose file still exists. */
    private static List<RevisionInfo> replaced(String target, ToolContext context) {
        RevisionGraph graph = context.retort().graph();
        if (graph.find(target).isPresent()) {
            return List.of();
        }
        List<RevisionInfo> like = History.read(context.retort().sources()).declared().stream()
                .map(RevisionCode::info)
                .filter(revision -> revision.id().startsWith(target) && !graph.contains(revision.id()))
                .toList();
        return like.size() == 1
                ? like
                : like.stream().filter(revision -> revision.id().equals(target)).toList();
    }

    private static Map<String, Object> json(RevisionInfo revision, RevisionFlags flags, ToolContext context) {
        Map<String, Object> json = new LinkedHashMap<>(flags.json(revision));
        List<Map<String, Object>> waivers =
                waivers(revision, context).stream().map(LintCommand::json).toList();
        if (!waivers.isEmpty()) {
            json.put("waivers", waivers);
        }
        return json;
    }

    /** A revision that cannot be read is shown without its waivers. */
    private static List<Waiver> waivers(RevisionInfo revision, ToolContext context) {
        try {
            return Operations.declaredBy(
                            History.read(context.retort().sources()).migration(revision.id())::upgrade)
                    .stream()
                    .flatMap(declared -> declared.waivers().stream())
                    .distinct()
                    .toList();
        } catch (RuntimeException | LinkageError unreadable) {
            return List.of();
        }
    }

    private static Set<String> current(ToolContext context) {
        return context.retort().status().knownHeads();
    }
}
