package io.retort.boot.tool.author;

import io.retort.boot.tool.command.CommandLine;
import io.retort.boot.tool.command.Outcome;
import io.retort.boot.tool.command.ToolCommand;
import io.retort.boot.tool.command.ToolContext;
import io.retort.diff.author.MergeRequest;
import io.retort.diff.author.RevisionResult;
import io.retort.diff.author.file.Format;
import io.retort.migration.Operations;
import io.retort.run.source.History;
import java.util.Arrays;
import java.util.List;

/** {@code merge}: writes a revision that merges several heads. */
public final class MergeCommand implements ToolCommand {

    @Override
    public Outcome run(ToolContext context) {
        History history = context.retort().history();
        Workshop workshop = new Workshop(context);
        Site site = workshop.site();
        RevisionResult result = workshop.authoring(site.tree(), null)
                .merge(request(context.line(), site.format()), id -> Operations.saidBy(history.migration(id)::upgrade));
        if (context.line().has("json")) {
            context.json(result.json());
        } else {
            result.describe(context.style()).forEach(context.out()::println);
        }
        return Outcome.ok();
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
