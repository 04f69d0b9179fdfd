package io.retort.boot.tool.command;

/** What one command does with the application. */
@FunctionalInterface
public interface ToolCommand {

    /**
     * Runs the command.
     *
     * @throws io.retort.error.RetortException for a mistake that a person can mend
     */
    Outcome run(ToolContext context);
}
