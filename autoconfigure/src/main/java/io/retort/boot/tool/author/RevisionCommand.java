package io.retort.boot.tool.author;

import io.retort.boot.tool.command.CommandLine;
import io.retort.boot.tool.command.Outcome;
import io.retort.boot.tool.command.ToolCommand;
import io.retort.boot.tool.command.ToolContext;
import io.retort.diff.author.RevisionRequest;
import io.retort.diff.author.RevisionResult;
import io.retort.diff.author.file.Format;

/** {@code revision}: writes what changed in the entities, or an empty revision. */
public final class RevisionCommand implements ToolCommand {

    @Override
    public Outcome run(ToolContext context) {
        Workshop workshop = new Workshop(context);
        Site site = workshop.site();
        RevisionResult result = workshop.authoring(site.tree()).revision(request(context.line(), site.format()));
        if (context.line().has("json")) {
            context.json(result.json());
        } else {
            result.describe().forEach(context.out()::println);
        }
        return Outcome.ok();
    }

    private static RevisionRequest request(CommandLine line, Format format) {
        return new RevisionRequest(
                line.option("message").orElse(null),
                format,
                line.has("empty"),
                line.option("head").orElse(null),
                line.has("splice"),
                line.option("branch-label").orElse(null),
                line.list("depends-on"),
                line.option("rev-id").orElse(null),
                line.has("irreversible"));
    }
}
