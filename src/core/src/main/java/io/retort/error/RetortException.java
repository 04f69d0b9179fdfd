package io.retort.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A failure told as a person needs it: what happened (and where), and what to do next.
 *
 * <p>The message holds both, so that a bare stack trace is already useful; callers that print for people use
 * {@link #what()} and {@link #action()} apart and leave the stack trace out.
 */
public class RetortException extends RuntimeException {

    private final String what;
    private final String action;
    private final ExitStatus status;

    public RetortException(String what, String action) {
        this(what, action, ExitStatus.FAILED, null);
    }

    public RetortException(String what, String action, @Nullable Throwable cause) {
        this(what, action, ExitStatus.FAILED, cause);
    }

    public RetortException(String what, String action, ExitStatus status) {
        this(what, action, status, null);
    }

    public RetortException(String what, String action, ExitStatus status, @Nullable Throwable cause) {
        super(what + System.lineSeparator() + action, cause);
        this.what = Objects.requireNonNull(what, "'what' must not be null");
        this.action = Objects.requireNonNull(action, "'action' must not be null");
        this.status = status;
    }

    /** What happened, and where: revision, operation, statement. */
    public String what() {
        return what;
    }

    /** What to do next, with the command to type where there is one. */
    public String action() {
        return action;
    }

    /** How a command ends that fails with this. */
    public ExitStatus status() {
        return status;
    }
}
