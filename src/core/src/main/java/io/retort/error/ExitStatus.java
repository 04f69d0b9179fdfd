package io.retort.error;

/** How a command ended, as the number that its process exits with. */
public enum ExitStatus {
    /** The command did what was asked, or there was nothing to do. */
    OK(0),
    /** Something failed while the command ran. */
    FAILED(1),
    /** The command was not understood. */
    USAGE(2),
    /** The command stopped at a question that needs a person's answer. */
    NEEDS_ANSWER(3),
    /** A check found differences between entities and database. */
    DIFFERENCES(4),
    /** A lint rule was broken. */
    LINT(5),
    /** Another session held a lock for too long: that of another run, or one on a table. */
    NOT_LOCKED(6),
    /** A check found no difference, but could not compare everything. */
    INCOMPLETE(7);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    /** The process's exit code, 0 to 7. */
    public int code() {
        return code;
    }
}
