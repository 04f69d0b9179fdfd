package io.retort.diff.internal.inspect;

import io.retort.error.RetortException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads the views, triggers and other objects that depend on tables of the current schema. */
public final class DependentObjects {

    private DependentObjects() {}

    /**
     * Reads the dependent objects of all tables in the current schema.
     *
     * @param connection a connection to the database
     * @param query the query of the product; its columns are kind, name, table, column, text and creation
     * @return the objects, sorted by kind and name
     * @throws RetortException if the catalog cannot be read
     */
    public static List<DependentObject> read(Connection connection, String query) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<DependentObject> all = new ArrayList<>();
            while (rows.next()) {
                all.add(new DependentObject(
                        rows.getString(1).strip(), // HSQLDB pads the literals of a union
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        Objects.requireNonNullElse(rows.getString(5), ""),
                        rows.getString(6)));
            }
            return all;
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot read the views and triggers of the database. The database reports: " + e.getMessage(),
                    "Check that the user can read the catalog.",
                    e);
        }
    }
}
