package io.retort.boot.command;

/** {@code revision}: writes a revision with the differences between entities and database, or an empty one. */
final class RevisionCommand implements ToolCommand {

    @Override
    public CommandOutcome run(ToolContext context) {
        return new RevisionCommandHandler(context).run();
    }
}
