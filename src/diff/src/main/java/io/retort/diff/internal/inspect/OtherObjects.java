package io.retort.diff.internal.inspect;

import io.retort.error.RetortException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the names of views, triggers, functions and other objects that no comparison covers. */
public final class OtherObjects {

    private OtherObjects() {}

    /**
     * Reads the names of schemas.
     *
     * @param connection a connection to the database
     * @param query the query of the product; its only column is the stored name
     * @throws RetortException if the catalog cannot be read
     */
    public static List<String> schemas(Connection connection, String query) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw unreadable(e, "schemas");
        }
    }

    /**
     * Reads the names by kind.
     *
     * @param connection a connection to the database
     * @param query the query of the product; its columns are kind and name
     * @throws RetortException if the catalog cannot be read
     */
    public static Map<String, List<String>> read(Connection connection, String query) {
        Map<String, List<String>> names = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.computeIfAbsent(rows.getString(1).strip(), kind -> new ArrayList<>())
                        .add(rows.getString(2));
            }
            return names;
        } catch (SQLException e) {
            throw unreadable(e, "views and functions");
        }
    }

    private static RetortException unreadable(SQLException e, String objects) {
        return new RetortException(
                "Cannot read the " + objects + " of the database. The database reports: " + e.getMessage(),
                "Check that the user can read the catalog.",
                e);
    }
}
