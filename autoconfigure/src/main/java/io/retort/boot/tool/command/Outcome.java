package io.retort.boot.tool.command;

import io.retort.error.ExitStatus;

/**
 * The result of a command.
 *
 * @param status the exit status
 * @param message one line for the Maven goal; empty if the command has printed everything itself
 */
public record Outcome(ExitStatus status, String message) {

    /** Returns success. */
    public static Outcome ok() {
        return new Outcome(ExitStatus.OK, "");
    }
}
