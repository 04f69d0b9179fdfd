package io.retort.diff.internal.inspect;

import io.retort.error.RetortException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A constraint that was added without a check of the existing rows.
 *
 * @param name its stored name
 * @param table the stored name of the table
 */
public record UnvalidatedConstraint(String name, String table) {

    /**
     * Reads the constraints of the current schema.
     *
     * @param connection a connection to the database
     * @param query the query of the product; its columns are those of this record
     * @throws RetortException if the catalog cannot be read
     */
    public static List<UnvalidatedConstraint> read(Connection connection, String query) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<UnvalidatedConstraint> all = new ArrayList<>();
            while (rows.next()) {
                all.add(new UnvalidatedConstraint(rows.getString(1), rows.getString(2)));
            }
            return all;
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot read the constraints of the database. The database reports: " + e.getMessage(),
                    "Check that the user can read the catalog.",
                    e);
        }
    }
}
