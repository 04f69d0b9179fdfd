package io.retort.internal.database;

import io.retort.dialect.DatabaseError;
import io.retort.dialect.Dialect;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The reason of a failure: the first exception in a chain of causes whose error codes are conclusive.
 *
 * @param error the reason
 * @param exception the SQL exception; null if there is none
 */
public record FailureCause(DatabaseError error, @Nullable SQLException exception) {

    private static final int DEEPEST = 50;

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
