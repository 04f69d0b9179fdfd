package io.retort.run.database;

import io.retort.dialect.Dialect;
import io.retort.run.session.Questions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection, and what was found on it.
 *
 * @param connection open, in auto-commit mode
 * @param dialect how the database is spoken to
 * @param table its table of revisions
 * @param rows what that table holds
 * @param description product, version and URL, without secrets
 * @param id the number by which other sessions know this one; null if it was not asked, or has none
 */
public record Session(
        Connection connection,
        Dialect dialect,
        AppliedTable table,
        AppliedRows rows,
        String description,
        @Nullable String id) {

    /** The revisions that it has, oldest first. */
    public List<AppliedRevision> applied() {
        return rows.revisions();
    }

    /** The same, with the applied revisions read again. */
    public Session again() throws SQLException {
        return new Session(connection, dialect, table, table.read(connection), description, id);
    }

    /** The same, with the schema of the table of revisions and the session's number; one query for both. */
    public Session resolved() throws SQLException {
        Questions questions = new Questions(connection);
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

    private Session with(AppliedTable resolved, @Nullable String number) {
        return new Session(connection, dialect, resolved, rows, description, number);
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
