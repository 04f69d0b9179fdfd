package io.retort.internal.execute;

import io.retort.dialect.SessionSupport;
import io.retort.internal.session.Backoff;
import io.retort.internal.session.JdbcQueries;
import io.retort.run.DdlTimeouts;
import io.retort.run.LockTimeoutException;
import io.retort.run.OtherSession;
import io.retort.run.RunListener.Retry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The retries of one statement after lock timeouts: when to retry, how long to pause, and when to give up. */
final class LockRetryPolicy {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final DdlTimeouts timeouts;
    private final SessionSupport sessions;
    private final JdbcQueries questions;
    private final Consumer<Retry> onRetry;
    private final Backoff backoff = new Backoff(FIRST, LONGEST);
    private final long begun = System.nanoTime();
    private int tries;

    /**
     * Creates the retries of a statement that is about to fail for the first time.
     *
     * @param timeouts the limits
     * @param sessions finds the sessions that hold the locks
     * @param questions queries the database
     * @param onRetry notified before each retry
     */
    public LockRetryPolicy(
            DdlTimeouts timeouts, SessionSupport sessions, JdbcQueries questions, Consumer<Retry> onRetry) {
        this.timeouts = timeouts;
        this.sessions = sessions;
        this.questions = questions;
        this.onRetry = onRetry;
    }

    /** Returns whether a failure is a lock timeout, so that a retry can succeed. */
    public boolean isLockTimeout(SQLException failure) {
        return sessions.isLockTimeout(String.valueOf(failure.getSQLState()), failure.getErrorCode());
    }

    /**
     * Pauses before the next retry.
     *
     * @param failure the lock timeout
     * @param statement the statement that failed
     * @throws LockTimeoutException if the time for retries is used up
     * @throws io.retort.error.RetortException if the thread is interrupted
     */
    public void pause(SQLException failure, String statement) throws LockTimeoutException {
        tries++;
        List<OtherSession> others = others(statement);
        Duration pause = backoff.next();
        Duration spent = Duration.ofNanos(System.nanoTime() - begun);
        if (spent.plus(pause).compareTo(timeouts.retryFor()) > 0) {
            throw new LockTimeoutException(
                    failure, "tried " + tries + " times in " + OtherSession.seconds(spent), others);
        }
        onRetry.accept(new Retry(statement, others, tries, pause));
        Backoff.sleepFor(pause);
    }

    private List<OtherSession> others(String statement) {
        for (String query : sessions.blockers(statement)) {
            try {
                List<OtherSession> found = questions.sessions(query);
                if (!found.isEmpty()) {
                    return found;
                }
            } catch (SQLException mayNotAsk) {
                continue;
            }
        }
        return List.of();
    }
}
