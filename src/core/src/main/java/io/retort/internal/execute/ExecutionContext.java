package io.retort.internal.execute;

import io.retort.dialect.Dialect;
import io.retort.dialect.SessionSupport;
import io.retort.internal.session.ConnectionActivity;
import io.retort.internal.session.JdbcQueries;
import io.retort.run.DdlTimeouts;
import io.retort.run.RunListener.Retry;
import java.sql.Connection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The connection that runs the migration, with its settings. */
public final class ExecutionContext {

    private final Connection connection;
    private final Dialect dialect;
    private final DdlTimeouts timeouts;
    private final Consumer<Retry> retried;
    private final ConnectionActivity activity;
    private final @Nullable String id;

    /**
     * @param connection an open connection with auto-commit on
     * @param dialect the dialect of the session
     * @param timeouts the timeouts and retries of its statements
     * @param retried notified about each retry
     * @param activity the call that the connection is waiting for
     * @param id the id of the session; null if the product has no session ids
     */
    public ExecutionContext(
            Connection connection,
            Dialect dialect,
            DdlTimeouts timeouts,
            Consumer<Retry> retried,
            ConnectionActivity activity,
            @Nullable String id) {
        this.connection = connection;
        this.dialect = dialect;
        this.timeouts = timeouts;
        this.retried = retried;
        this.activity = activity;
        this.id = id;
    }

    public Connection connection() {
        return connection;
    }

    public Dialect dialect() {
        return dialect;
    }

    public DdlTimeouts timeouts() {
        return timeouts;
    }

    public ConnectionActivity activity() {
        return activity;
    }

    @Nullable
    public String id() {
        return id;
    }

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
