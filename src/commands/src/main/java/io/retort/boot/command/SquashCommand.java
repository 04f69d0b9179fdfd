package io.retort.boot.command;

import io.retort.error.Advice;
import java.util.List;

/**
 * {@code squash}: writes a revision that replaces others. {@code squash --finish} deletes the files of the replaced
 * revisions.
 */
final class SquashCommand implements ToolCommand {

    /** The options about the content of a squash, which is already written when its replaced files are deleted. */
    static final List<String> WRITING =
            List.of("to", "from", "message", "format", "path", "rev-id", "answers", "keep", "drop", "unproved");

    @Override
    public CommandOutcome run(ToolContext context) {
        if (!context.line().has("finish")) {
            return new SquashCommandHandler(context).run();
        }
        refuseWriting(context.line());
        return new ReplacedFiles(context).delete();
    }

    private static void refuseWriting(CommandLine line) {
        WRITING.stream().filter(line::has).findFirst().ifPresent(option -> {
            throw CommandLine.usage(
                    "The files of all replaced revisions are deleted, but an option is about writing a squash.",
                    Advice.of("Leave out ", Advice.option(option), "."));
        });
    }
}
