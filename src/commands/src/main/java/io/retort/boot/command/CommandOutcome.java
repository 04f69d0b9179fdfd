package io.retort.boot.command;

import io.retort.error.ExitStatus;

/**
 * The result of a command.
 *
 * @param status the exit status
 * @param message one line for the Maven goal; empty if the command has printed everything itself
 */
public record CommandOutcome(ExitStatus status, String message) {

    /** Returns success. */
    public static CommandOutcome ok() {
        return new CommandOutcome(ExitStatus.OK, "");
    }
}
