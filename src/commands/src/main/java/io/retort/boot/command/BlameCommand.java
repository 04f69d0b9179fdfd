package io.retort.boot.command;

import io.retort.dialect.Dialect;
import io.retort.error.Advice;
import io.retort.internal.history.History;
import io.retort.internal.state.Blame;
import io.retort.internal.state.Blame.Entry;
import io.retort.internal.state.HistorySchema;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code blame}: shows which revisions created, last changed and dropped an object of the schema. Does not connect to the
 * database.
 */
final class BlameCommand implements ToolCommand {

    @Override
    public CommandOutcome run(ToolContext context) {
        String target = context.line().wordOr("");
        if (target.isBlank()) {
            throw CommandLine.usage(
                    "There is no object to look for.",
                    Advice.of("Name one: ", Advice.command("blame", Advice.target("owner.nickname"))));
        }
        Dialect dialect = OfflineDialect.of(context);
        Blame blame =
                new Blame(HistorySchema.of(History.read(context.retort().sources()), dialect), dialect.identifiers());
        List<Entry> entries = blame.find(target);
        HistorySchema.Unknown unknown = blame.unknown(target).orElse(null);
        if (entries.isEmpty() && unknown == null) {
            throw missing(target, blame);
        }
        BlamedRevisions revisions = new BlamedRevisions(context);
        if (context.line().has("json")) {
            context.json(json(entries, unknown, revisions));
        } else {
            entries.forEach(entry -> print(entry, revisions, context));
            if (unknown != null) {
                context.out().println(describe(unknown, revisions));
            }
            context.say(next(entries, unknown));
        }
        return CommandOutcome.ok();
    }

    private static RuntimeException missing(String target, Blame blame) {
        List<String> near = blame.suggestions(target);
        return CommandLine.usage(
                "The history creates no object with the name " + target + ".",
                near.isEmpty()
                        ? Advice.of(
                                "Name a table, sequence or type, or a column, constraint or index with its table: ",
                                Advice.command("blame", Advice.target("owner.nickname")))
                        : Advice.of("Did you mean " + String.join(" or ", near) + "?"));
    }

    private static void print(Entry entry, BlamedRevisions revisions, ToolContext context) {
        context.out().println(entry.describe() + (entry.definition().isEmpty() ? "" : "  " + entry.definition()));
        context.out()
                .println("    created by " + revisions.describe(entry.origin().added()));
        if (!entry.origin().added().equals(entry.origin().changed())) {
            context.out()
                    .println("    last changed by "
                            + revisions.describe(entry.origin().changed()));
        }
        if (entry.dropped() != null) {
            context.out().println("    dropped by " + revisions.describe(entry.dropped()));
        }
    }

    private static String describe(HistorySchema.Unknown unknown, BlamedRevisions revisions) {
        return "changed by SQL that does not declare how, in " + revisions.describe(unknown.revision())
                + System.lineSeparator() + "    " + unknown.statement();
    }

    private static Advice next(List<Entry> entries, HistorySchema.@Nullable Unknown unknown) {
        return unknown == null
                ? Advice.of(
                        "Next: ",
                        Advice.command(
                                "show", Advice.target(entries.get(0).origin().changed())),
                        " shows the revision.")
                : Advice.of("Next: ", Advice.command("replay"), " prints the declaration that the SQL needs.");
    }

    private static Map<String, Object> json(
            List<Entry> entries, HistorySchema.@Nullable Unknown unknown, BlamedRevisions revisions) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "objects", entries.stream().map(entry -> json(entry, revisions)).toList());
        if (unknown != null) {
            Map<String, Object> undeclared = new LinkedHashMap<>();
            undeclared.put("statement", unknown.statement());
            undeclared.put("revision", revisions.json(unknown.revision()));
            json.put("undeclared", undeclared);
        }
        return json;
    }

    private static Map<String, Object> json(Entry entry, BlamedRevisions revisions) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", entry.object().kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        json.put("table", entry.object().owner().toString());
        json.put("name", entry.object().name());
        json.put("definition", entry.definition());
        json.put("created", revisions.json(entry.origin().added()));
        json.put("changed", revisions.json(entry.origin().changed()));
        if (entry.dropped() != null) {
            json.put("dropped", revisions.json(entry.dropped()));
        }
        return json;
    }

    /** Describes revisions by their ids. */
    private static final class BlamedRevisions {

        private final RevisionGraph graph;
        private final ToolContext context;

        BlamedRevisions(ToolContext context) {
            this.graph = context.retort().graph();
            this.context = context;
        }

        String describe(String id) {
            RevisionInfo revision = graph.get(id);
            return revision.describe()
                    + Optional.ofNullable(revision.created())
                            .map(created -> ", " + created)
                            .orElse("")
                    + ", " + file(revision);
        }

        Map<String, Object> json(String id) {
            RevisionInfo revision = graph.get(id);
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", id);
            json.put("message", revision.message());
            json.put(
                    "created",
                    revision.created() == null ? null : revision.created().toString());
            json.put("file", file(revision));
            return json;
        }

        private String file(RevisionInfo revision) {
            return RevisionFiles.sourceOrLocation(context.application().getEnvironment(), revision.location());
        }
    }
}
