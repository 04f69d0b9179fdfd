package io.retort.diff.internal.inspect;

import io.retort.dialect.Identifiers;
import io.retort.error.RetortException;
import io.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sequence that belongs to a column, so that it is dropped with it. Names are canonical.
 *
 * @param name the name
 * @param table the name of the table, which is in the same schema
 * @param column the name of the column
 * @param statement the statement that makes it so
 * @param release the statement that makes it independent of the column
 */
public record OwnedSequence(QualifiedName name, QualifiedName table, String column, String statement, String release) {

    /**
     * Reads the sequences of all schemas.
     *
     * @param connection a connection to the database
     * @param query the query of the product; its columns are the schema, null for the current one, and the stored names
     *     and statements of this record
     * @param identifiers the names of the product
     * @throws RetortException if the catalog cannot be read
     */
    public static List<OwnedSequence> read(Connection connection, String query, Identifiers identifiers) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<OwnedSequence> all = new ArrayList<>();
            while (rows.next()) {
                String schema = rows.getString(1);
                all.add(new OwnedSequence(
                        name(schema, rows.getString(2), identifiers),
                        name(schema, rows.getString(3), identifiers),
                        identifiers.typed(rows.getString(4)),
                        rows.getString(5),
                        rows.getString(6)));
            }
            return all;
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot read the sequences of the database. The database reports: " + e.getMessage(),
                    "Check that the user can read the catalog.",
                    e);
        }
    }

    private static QualifiedName name(@Nullable String schema, String stored, Identifiers identifiers) {
        return new QualifiedName(schema == null ? null : identifiers.typed(schema), identifiers.typed(stored));
    }
}
