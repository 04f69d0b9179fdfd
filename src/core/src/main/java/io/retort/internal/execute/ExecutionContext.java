package io.retort.internal.execute;

import io.retort.dialect.Dialect;
import io.retort.dialect.SessionSupport;
import io.retort.internal.session.ConnectionActivity;
import io.retort.internal.session.JdbcQueries;
import io.retort.run.DdlTimeouts;
import io.retort.run.Retry;
import java.sql.Connection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The connection that runs the migration, with its settings.
 *
 * @param connection an open connection with auto-commit on
 * @param dialect the dialect of the session
 * @param timeouts the timeouts and retries of its statements
 * @param retried notified about each retry
 * @param activity the call that the connection is waiting for
 * @param id the id of the session; null if the product has no session ids
 */
public record ExecutionContext(
        Connection connection,
        Dialect dialect,
        DdlTimeouts timeouts,
        Consumer<Retry> retried,
        ConnectionActivity activity,
        @Nullable String id) {

    /** Returns the retries of a statement that has just failed for the first time. */
    public LockRetryPolicy retries() {
        return new LockRetryPolicy(timeouts, sessions(), questions(), retried);
    }

    /** Returns what is known about the product's sessions. */
    public SessionSupport sessions() {
        return dialect.sessions();
    }

    /** Returns an object that queries the database on this connection. */
    public JdbcQueries questions() {
        return new JdbcQueries(connection);
    }
}
