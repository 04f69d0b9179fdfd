package io.retort.run.database;

import io.retort.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection, and what was found on it.
 *
 * @param connection open, in auto-commit mode
 * @param dialect how the database is spoken to
 * @param table its table of revisions
 * @param rows what that table holds
 * @param description product, version and URL, without secrets
 */
public record Session(
        Connection connection, Dialect dialect, AppliedTable table, AppliedRows rows, String description) {

    /** The revisions that it has, oldest first. */
    public List<AppliedRevision> applied() {
        return rows.revisions();
    }

    /** The same, with the applied revisions read again. */
    public Session again() throws SQLException {
        return new Session(connection, dialect, table, table.read(connection), description);
    }

    /** The same, with the schema of the table of revisions. */
    public Session resolved() throws SQLException {
        return new Session(connection, dialect, table.resolved(connection), rows, description);
    }

    /** Who is connected. Some drivers ask the database. */
    public @Nullable String user() throws SQLException {
        return connection.getMetaData().getUserName();
    }

    /** The ids of the applied revisions, of those too that are not wholly taken back. */
    public List<String> appliedIds() {
        return applied().stream()
                .filter(AppliedRevision::counts)
                .map(AppliedRevision::id)
                .toList();
    }
}
