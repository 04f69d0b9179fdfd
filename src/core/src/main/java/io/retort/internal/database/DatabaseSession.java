package io.retort.internal.database;

import io.retort.dialect.Dialect;
import io.retort.internal.session.JdbcQueries;
import io.retort.run.AppliedRevision;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A connection with what Retort has read from it. */
public final class DatabaseSession {

    private final Connection connection;
    private final Dialect dialect;
    private final HistoryTable table;
    private final HistoryTableRows rows;
    private final String description;
    private final @Nullable String id;

    /**
     * @param connection an open connection with auto-commit on
     * @param dialect the dialect of the session
     * @param table the history table
     * @param rows the rows of the history table
     * @param description product, version and URL, without secrets
     * @param id the id of the session; null if it was not queried, or if the product has no session ids
     */
    public DatabaseSession(
            Connection connection,
            Dialect dialect,
            HistoryTable table,
            HistoryTableRows rows,
            String description,
            @Nullable String id) {
        this.connection = connection;
        this.dialect = dialect;
        this.table = table;
        this.rows = rows;
        this.description = description;
        this.id = id;
    }

    public Connection connection() {
        return connection;
    }

    public Dialect dialect() {
        return dialect;
    }

    public HistoryTable table() {
        return table;
    }

    public HistoryTableRows rows() {
        return rows;
    }

    public String description() {
        return description;
    }

    @Nullable
    public String id() {
        return id;
    }

    /** Returns the rows of the history table, oldest first. */
    public List<AppliedRevision> applied() {
        return rows.revisions();
    }

    /** Returns a copy with the rows read again, while the migration lock is held. */
    public DatabaseSession again() throws SQLException {
        return new DatabaseSession(connection, dialect, table, table.readLocked(connection), description, id);
    }

    /**
     * Returns a copy with the schema of the history table and the id of the session. Uses one query for both where
     * possible.
     */
    public DatabaseSession resolved() throws SQLException {
        JdbcQueries questions = new JdbcQueries(connection);
        Optional<String> number = dialect.sessions().id();
        Optional<String> schema = table.schemaQuery();
        if (number.isPresent() && schema.isPresent()) {
            List<String> both = questions.row("select (" + schema.get() + "), (" + number.get() + ")");
            return with(table.in(both.get(0)), both.get(1));
        }
        return with(
                table.resolved(connection),
                number.isEmpty() ? null : questions.text(number.get()).orElse(null));
    }

    /** Returns a copy with other rows. */
    public DatabaseSession with(HistoryTableRows other) {
        return new DatabaseSession(connection, dialect, table, other, description, id);
    }

    private DatabaseSession with(HistoryTable resolved, @Nullable String number) {
        return new DatabaseSession(connection, dialect, resolved, rows, description, number);
    }

    /** Returns the connected user. Some drivers query the database for it. */
    public @Nullable String user() throws SQLException {
        return connection.getMetaData().getUserName();
    }

    /** Returns the ids of the applied revisions, including those that are partially downgraded. */
    public List<String> appliedIds() {
        return applied().stream()
                .filter(AppliedRevision::counts)
                .map(AppliedRevision::id)
                .toList();
    }
}
