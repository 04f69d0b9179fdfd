package io.retort.boot.command;

import io.retort.diff.author.Format;
import io.retort.diff.author.MergeRequest;
import io.retort.diff.author.RevisionResult;
import io.retort.internal.history.History;
import io.retort.migration.Operations;
import java.util.Arrays;
import java.util.List;

/** {@code merge}: writes a revision that merges several heads. */
final class MergeCommand implements ToolCommand {

    @Override
    public CommandOutcome run(ToolContext context) {
        History history = History.read(context.retort().sources());
        AuthoringFactory authoring = new AuthoringFactory(context);
        OutputLocation site = authoring.site();
        RevisionResult result = authoring
                .authoring(site.tree(), null)
                .merge(
                        request(context.line(), site.format()),
                        id -> Operations.collect(history.migration(id)::upgrade));
        if (context.line().has("json")) {
            context.json(result.json());
        } else {
            InMemoryDatabase.describe(result, context).forEach(context.out()::println);
        }
        return CommandOutcome.ok();
    }

    private static MergeRequest request(CommandLine line, Format format) {
        List<String> heads = Arrays.stream(line.wordOr("heads").split(","))
                .map(String::strip)
                .toList();
        return new MergeRequest(
                line.option("message").orElse(null),
                format,
                heads,
                line.option("branch-label").orElse(null),
                line.list("depends-on"),
                line.option("rev-id").orElse(null));
    }
}
