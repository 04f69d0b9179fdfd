package io.retort.error;

/** The result of a command, as the exit code of its process. */
public enum ExitStatus {
    /** The command succeeded, or there was nothing to do. */
    OK(0),
    /** The command failed while it ran. */
    FAILED(1),
    /** The command line is invalid. */
    USAGE(2),
    /** The command needs an answer to a question and could not ask it. */
    NEEDS_ANSWER(3),
    /** A check found differences between entities and database. */
    DIFFERENCES(4),
    /** A lint rule is violated. */
    LINT(5),
    /** A lock could not be acquired in time: the migration lock of another run, or a lock on a table. */
    NOT_LOCKED(6),
    /** A check found no differences but could not compare everything. */
    INCOMPLETE(7);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    /** Returns the exit code, 0 to 7. */
    public int code() {
        return code;
    }
}
