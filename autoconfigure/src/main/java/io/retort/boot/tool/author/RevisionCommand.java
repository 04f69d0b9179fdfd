package io.retort.boot.tool.author;

import io.retort.boot.tool.command.Outcome;
import io.retort.boot.tool.command.ToolCommand;
import io.retort.boot.tool.command.ToolContext;

/** {@code revision}: writes a revision with the differences between entities and database, or an empty one. */
public final class RevisionCommand implements ToolCommand {

    @Override
    public Outcome run(ToolContext context) {
        return new Writing(context).run();
    }
}
