package io.retort.internal.database;

import io.retort.dialect.DatabaseError;
import io.retort.dialect.Dialect;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reason of a failure: the first exception in a chain of causes whose error codes are conclusive.
 *
 * @param error the reason
 * @param exception the SQL exception; null if the failure has no SQL exception as its cause
 */
public record FailureCause(DatabaseError error, @Nullable SQLException exception) {

    private static final int DEEPEST = 50;

    /** The classes of SQLSTATEs that a server reports only for a statement that it has read. */
    private static final List<String> STATEMENT = List.of("0A", "21", "22", "23", "42");

    /** Searches the causes of a failure, and the next exceptions of a batch. */
    public static FailureCause of(Throwable failure, Dialect dialect) {
        SQLException first = null;
        Throwable link = failure;
        for (int depth = 0; link != null && depth < DEEPEST; depth++) {
            if (link instanceof SQLException sql) {
                first = first == null ? sql : first;
                DatabaseError error = error(sql, dialect);
                if (error != DatabaseError.OTHER) {
                    return new FailureCause(error, sql);
                }
            }
            link = next(link);
        }
        return new FailureCause(DatabaseError.OTHER, first);
    }

    /** Returns whether the database rejected the statement and the session is still open. */
    public boolean isRefusedStatement() {
        SQLException sql = exception;
        String state = sql == null ? null : sql.getSQLState();
        return error != DatabaseError.CONNECTION_LOST
                && state != null
                && STATEMENT.stream().anyMatch(state::startsWith);
    }

    private static @Nullable Throwable next(Throwable link) {
        return link instanceof SQLException sql && sql.getNextException() != null
                ? sql.getNextException()
                : link.getCause();
    }

    private static DatabaseError error(SQLException sql, Dialect dialect) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        DatabaseError error = dialect.error(state, sql.getErrorCode(), String.valueOf(sql.getMessage()));
        return error == DatabaseError.OTHER && sql instanceof SQLTimeoutException ? DatabaseError.CANCELLED : error;
    }
}
