package io.retort.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A failure with two parts: what failed and where, and what to do next.
 *
 * <p>The exception's message contains both parts. Control characters in it are escaped, so that a log is safe; those of
 * {@link #what()} and {@link #advice()} are not. Programs that print messages for users print {@link #what(AdviceStyle)}
 * and the {@link #advice()} in the style in which their users run Retort, without the stack trace.
 */
public class RetortException extends RuntimeException {

    private final Advice problem;
    private final Advice advice;
    private final ExitStatus status;
    private FailureLocation location = FailureLocation.UNKNOWN;

    /**
     * Creates a failure with exit status {@link ExitStatus#FAILED}.
     *
     * @param what what failed, and where
     * @param action what to do next, as plain text
     */
    public RetortException(String what, String action) {
        this(what, Advice.of(action));
    }

    /**
     * Creates a failure with exit status {@link ExitStatus#FAILED} and a cause.
     *
     * @param what what failed, and where
     * @param action what to do next, as plain text
     * @param cause the cause, or null if there is no cause
     */
    public RetortException(String what, String action, @Nullable Throwable cause) {
        this(what, Advice.of(action), cause);
    }

    /**
     * Creates a failure with an exit status.
     *
     * @param what what failed, and where
     * @param action what to do next, as plain text
     * @param status the exit status of a command that fails with it
     */
    public RetortException(String what, String action, ExitStatus status) {
        this(what, Advice.of(action), status);
    }

    /**
     * Creates a failure with an exit status and a cause.
     *
     * @param what what failed, and where
     * @param action what to do next, as plain text
     * @param status the exit status of a command that fails with it
     * @param cause the cause, or null if there is no cause
     */
    public RetortException(String what, String action, ExitStatus status, @Nullable Throwable cause) {
        this(what, Advice.of(action), status, cause);
    }

    /**
     * Creates a failure with exit status {@link ExitStatus#FAILED}.
     *
     * @param what what failed, and where
     * @param advice what to do next
     */
    public RetortException(String what, Advice advice) {
        this(what, advice, ExitStatus.FAILED, null);
    }

    /**
     * Creates a failure with exit status {@link ExitStatus#FAILED} and a cause.
     *
     * @param what what failed, and where
     * @param advice what to do next
     * @param cause the cause, or null if there is no cause
     */
    public RetortException(String what, Advice advice, @Nullable Throwable cause) {
        this(what, advice, ExitStatus.FAILED, cause);
    }

    /**
     * Creates a failure with an exit status.
     *
     * @param what what failed, and where
     * @param advice what to do next
     * @param status the exit status of a command that fails with it
     */
    public RetortException(String what, Advice advice, ExitStatus status) {
        this(what, advice, status, null);
    }

    /**
     * Creates a failure with an exit status and a cause.
     *
     * @param what what failed, and where
     * @param advice what to do next
     * @param status the exit status of a command that fails with it
     * @param cause the cause, or null if there is no cause
     */
    public RetortException(String what, Advice advice, ExitStatus status, @Nullable Throwable cause) {
        this(Advice.of(Objects.requireNonNull(what, "'what' must not be null")), advice, status, cause);
    }

    /**
     * Creates a failure that names options which the user typed, with an exit status.
     *
     * @param problem what failed, and where, with the options as data
     * @param advice what to do next
     * @param status the exit status of a command that fails with it
     */
    public RetortException(Advice problem, Advice advice, ExitStatus status) {
        this(problem, advice, status, null);
    }

    private RetortException(Advice problem, Advice advice, ExitStatus status, @Nullable Throwable cause) {
        super(
                LogText.of(Objects.requireNonNull(problem, "'problem' must not be null")
                        + System.lineSeparator()
                        + Objects.requireNonNull(advice, "'advice' must not be null")),
                cause);
        this.problem = problem;
        this.advice = advice;
        this.status = status;
    }

    /** Returns what failed, and where: revision, operation, statement. Its options are in the style of the plain library. */
    public String what() {
        return what(AdviceStyle.LIBRARY);
    }

    /**
     * Returns what failed, and where, with the options that it names.
     *
     * @param style how the user runs Retort; never null
     */
    public String what(AdviceStyle style) {
        return problem.in(style);
    }

    /** Returns what failed, and where, with the options that it names as data. */
    public Advice problem() {
        return problem;
    }

    /** Returns what to do next, with the commands and settings as data. */
    public Advice advice() {
        return advice;
    }

    /** Returns the advice as text in the style of the plain library, which names no tool. */
    public String action() {
        return advice.toString();
    }

    /**
     * Returns where it failed, as far as this exception and its causes know; never null. The text of {@link #what()} says
     * the same to people.
     */
    public FailureLocation location() {
        return getCause() instanceof RetortException cause ? location.or(cause.location()) : location;
    }

    /**
     * Sets where it failed. Call it before you throw the exception.
     *
     * @param where the location; never null
     * @return this exception
     */
    public final RetortException at(FailureLocation where) {
        location = Objects.requireNonNull(where, "'where' must not be null");
        return this;
    }

    /** Returns the exit status of a command that fails with this exception. */
    public ExitStatus status() {
        return status;
    }
}
