package io.retort.internal.execute;

import io.retort.dialect.SessionSupport;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.log.PrintableLog;
import io.retort.internal.session.JdbcQueries;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to work through a pooler that assigns sessions per transaction. A lock or a setting would stay in a session
 * that another client uses by then.
 *
 * <p>A pooler is detected because the session id differs from the one that the driver received when it connected. It
 * pools transactions if a second client gets the same session, or this client gets another one.
 */
public final class PoolerCheck {

    private static final int ROUNDS = 3;

    private final DataSource dataSource;
    private final Connection connection;
    private final SessionSupport sessions;

    /**
     * @param dataSource supplies a second connection if there is a pooler
     * @param connection the connection that will run the migration, with auto-commit on
     * @param sessions what is known about the product's sessions
     */
    public PoolerCheck(DataSource dataSource, Connection connection, SessionSupport sessions) {
        this.dataSource = dataSource;
        this.connection = connection;
        this.sessions = sessions;
    }

    /**
     * Sends a few queries if there is a pooler, otherwise none.
     *
     * @param session the id of the session; null if the product has no session ids
     * @throws RetortException with {@link ExitStatus#NOT_LOCKED} if sessions are shared
     */
    public void refuse(@Nullable String session) throws SQLException {
        Optional<String> greeted = sessions.sessionOfDriver().flatMap(property -> property.read(connection));
        Optional<String> query = sessions.id();
        if (session == null || greeted.isEmpty() || query.isEmpty()) {
            return;
        }
        if (!session.equals(greeted.get()) && isShared(session, query.get())) {
            throw new RetortException(
                    "Retort is connected through a pooler that gives each transaction another session (PgBouncer"
                            + " with pool_mode = transaction). Such a session cannot hold the migration lock. Nothing was run.",
                    Advice.of(
                            "Connect Retort directly to the database: set ",
                            Advice.setting("url"),
                            ", or use a pooler with pool_mode = session."),
                    ExitStatus.NOT_LOCKED);
        }
    }

    private static String id(Connection connection, String query) throws SQLException {
        return new JdbcQueries(connection).text(query).orElseThrow();
    }

    private boolean isShared(String first, String query) throws SQLException {
        Connection second = second();
        try {
            Set<String> ours = new HashSet<>(Set.of(first));
            Set<String> theirs = new HashSet<>();
            for (int round = 0; round < ROUNDS; round++) {
                if (second != null) {
                    theirs.add(id(second, query));
                }
                ours.add(id(connection, query));
                ours.add(id(connection, query));
            }
            return ours.size() > 1 || theirs.size() > 1 || theirs.stream().anyMatch(ours::contains);
        } finally {
            if (second != null) {
                second.close();
            }
        }
    }

    private @Nullable Connection second() {
        try {
            return dataSource.getConnection();
        } catch (SQLException | RuntimeException e) {
            PrintableLog.of(PoolerCheck.class).debug("No second connection for the check for a pooler", e);
            return null;
        }
    }
}
