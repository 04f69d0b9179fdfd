package io.retort.run.patience;

import io.retort.dialect.Sessions;
import io.retort.run.session.Backoff;
import io.retort.run.session.OtherSession;
import io.retort.run.session.Questions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The tries of one step: when to try again, how long to pause, and when it is enough. */
public final class Retries {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final DdlTimeouts timeouts;
    private final Sessions sessions;
    private final Questions questions;
    private final Consumer<Retry> told;
    private final Backoff backoff = new Backoff(FIRST, LONGEST);
    private final long begun = System.nanoTime();
    private int tries;

    public Retries(DdlTimeouts timeouts, Sessions sessions, Questions questions, Consumer<Retry> told) {
        this.timeouts = timeouts;
        this.sessions = sessions;
        this.questions = questions;
        this.told = told;
    }

    /** Whether a failure is one that may go away. */
    public boolean isLockTimeout(SQLException failure) {
        return sessions.isLockTimeout(String.valueOf(failure.getSQLState()), failure.getErrorCode());
    }

    /**
     * Pauses before the next try.
     *
     * @throws LockedOutException if there was time enough
     */
    public void pause(SQLException failure, String statement) throws LockedOutException {
        tries++;
        List<OtherSession> others = others(statement);
        Duration pause = backoff.next();
        Duration spent = Duration.ofNanos(System.nanoTime() - begun);
        if (spent.plus(pause).compareTo(timeouts.retryFor()) > 0) {
            throw new LockedOutException(
                    failure, "tried " + tries + " times in " + OtherSession.seconds(spent), others);
        }
        told.accept(new Retry(statement, others, tries, pause));
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
