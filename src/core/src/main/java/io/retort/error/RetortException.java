package io.retort.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A failure with two parts: what failed and where, and what to do next.
 *
 * <p>The exception's message contains both parts. Programs that print messages for users print {@link #what()} and
 * {@link #action()} without the stack trace.
 */
public class RetortException extends RuntimeException {

    private final String what;
    private final String action;
    private final ExitStatus status;

    /**
     * Creates a failure with exit status {@link ExitStatus#FAILED}.
     *
     * @param what what failed, and where
     * @param action what to do next
     */
    public RetortException(String what, String action) {
        this(what, action, ExitStatus.FAILED, null);
    }

    /**
     * Creates a failure with exit status {@link ExitStatus#FAILED} and a cause.
     *
     * @param what what failed, and where
     * @param action what to do next
     * @param cause the cause; null for none
     */
    public RetortException(String what, String action, @Nullable Throwable cause) {
        this(what, action, ExitStatus.FAILED, cause);
    }

    /**
     * Creates a failure with an exit status.
     *
     * @param what what failed, and where
     * @param action what to do next
     * @param status the exit status of a command that fails with it
     */
    public RetortException(String what, String action, ExitStatus status) {
        this(what, action, status, null);
    }

    /**
     * Creates a failure with an exit status and a cause.
     *
     * @param what what failed, and where
     * @param action what to do next
     * @param status the exit status of a command that fails with it
     * @param cause the cause; null for none
     */
    public RetortException(String what, String action, ExitStatus status, @Nullable Throwable cause) {
        super(what + System.lineSeparator() + action, cause);
        this.what = Objects.requireNonNull(what, "'what' must not be null");
        this.action = Objects.requireNonNull(action, "'action' must not be null");
        this.status = status;
    }

    /** Returns what failed, and where: revision, operation, statement. */
    public String what() {
        return what;
    }

    /** Returns what to do next, with the command to type where there is one. */
    public String action() {
        return action;
    }

    /** Returns the exit status of a command that fails with this exception. */
    public ExitStatus status() {
        return status;
    }
}
