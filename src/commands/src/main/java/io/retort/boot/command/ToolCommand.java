package io.retort.boot.command;

/** A command. */
@FunctionalInterface
interface ToolCommand {

    /**
     * Runs the command.
     *
     * @param context what the command works on; never null
     * @return the outcome; never null
     * @throws io.retort.error.RetortException if it fails for a reason that the user can resolve
     */
    CommandOutcome run(ToolContext context);
}
