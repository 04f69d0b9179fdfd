package io.retort.boot.tool.command;

import io.retort.error.ExitStatus;

/**
 * How a command ended.
 *
 * @param message one line for the goal that started it; empty when the command has printed all there is to say
 */
public record Outcome(ExitStatus status, String message) {

    /** The command did what was asked. */
    public static Outcome ok() {
        return new Outcome(ExitStatus.OK, "");
    }
}
