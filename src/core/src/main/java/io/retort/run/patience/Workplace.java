package io.retort.run.patience;

import io.retort.dialect.Dialect;
import io.retort.dialect.Sessions;
import io.retort.run.session.ConnectionActivity;
import io.retort.run.session.Questions;
import java.sql.Connection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The connection that works, and the manners it works with.
 *
 * @param connection open, in auto-commit mode
 * @param dialect how the database is spoken to
 * @param timeouts how long its statements wait and run
 * @param retried hears of each try that was in vain
 * @param activity what the connection is waiting for
 * @param id the number by which other sessions know this one; null if it has none
 */
public record Workplace(
        Connection connection,
        Dialect dialect,
        DdlTimeouts timeouts,
        Consumer<Retry> retried,
        ConnectionActivity activity,
        @Nullable String id) {

    /** The tries of a statement that has just failed for the first time. */
    public Retries retries() {
        return new Retries(timeouts, sessions(), questions(), retried);
    }

    /** What the product's sessions can do. */
    public Sessions sessions() {
        return dialect.sessions();
    }

    /** Asks the database on this connection. */
    public Questions questions() {
        return new Questions(connection);
    }
}
