package io.retort.run;

import io.retort.error.Advice;
import java.sql.SQLException;
import java.util.List;

/** Signals that a statement still failed with a lock timeout after all retries. */
public final class LockTimeoutException extends SQLException {

    /** What to do before the next run. */
    public static final Advice ACTION = Advice.of(
            "Let that session finish, or end it. ",
            Advice.setting("ddl.lock-timeout"),
            " sets how long one attempt waits, ",
            Advice.setting("ddl.retry-for"),
            " how long Retort retries.");

    /**
     * Creates the exception.
     *
     * @param cause the error of the last attempt; the exception has its SQL state and error code
     * @param tries how often it was attempted, for the message
     * @param others the sessions that hold the lock; empty if the database does not report them
     */
    public LockTimeoutException(SQLException cause, String tries, List<OtherSession> others) {
        super(
                String.valueOf(cause.getMessage()).strip() + " (" + tries + "; blocked by: " + names(others) + ")",
                cause.getSQLState(),
                cause.getErrorCode(),
                cause);
    }

    private static String names(List<OtherSession> others) {
        return others.isEmpty()
                ? "a session that the database does not show to this user"
                : String.join("; ", others.stream().map(OtherSession::describe).toList());
    }
}
