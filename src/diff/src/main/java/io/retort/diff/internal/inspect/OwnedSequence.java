package io.retort.diff.internal.inspect;

import io.retort.error.RetortException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A sequence that belongs to a column, so that it is dropped with it.
 *
 * @param name its stored name
 * @param table the stored name of the table
 * @param column the stored name of the column
 * @param statement the statement that makes it so
 * @param release the statement that makes it independent of the column
 */
public record OwnedSequence(String name, String table, String column, String statement, String release) {

    /**
     * Reads the sequences of the current schema.
     *
     * @param connection a connection to the database
     * @param query the query of the product; its columns are those of this record
     * @throws RetortException if the catalog cannot be read
     */
    public static List<OwnedSequence> read(Connection connection, String query) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<OwnedSequence> all = new ArrayList<>();
            while (rows.next()) {
                all.add(new OwnedSequence(
                        rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4), rows.getString(5)));
            }
            return all;
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot read the sequences of the database. The database reports: " + e.getMessage(),
                    "Check that the user can read the catalog.",
                    e);
        }
    }
}
