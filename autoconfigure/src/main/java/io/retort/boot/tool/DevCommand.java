package io.retort.boot.tool;

/**
 * {@code dev}: writes the next revision and applies it to the development database, or with {@code --undo} reverts the last
 * revision and deletes its file.
 */
final class DevCommand implements ToolCommand {

    @Override
    public CommandOutcome run(ToolContext context) {
        return context.line().has("undo")
                ? new LastRevision(context).undo()
                : new DevelopmentCycle(context, RevisionFiles.of(context)).run();
    }
}
