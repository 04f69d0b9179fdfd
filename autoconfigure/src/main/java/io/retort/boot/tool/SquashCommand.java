package io.retort.boot.tool;

/**
 * {@code squash}: writes a revision that replaces others. {@code squash --finish} deletes the files of the replaced
 * revisions.
 */
final class SquashCommand implements ToolCommand {

    @Override
    public CommandOutcome run(ToolContext context) {
        return context.line().has("finish")
                ? new ReplacedFiles(context).delete()
                : new SquashCommandHandler(context).run();
    }
}
