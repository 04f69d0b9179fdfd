package io.retort.internal.dialect.sqlite;

import io.retort.operation.Statement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Creates an index again with the statement that the database had for it.
 *
 * @param notes the table that has the statements
 * @param index the stored name of the index
 */
record SqliteIndex(String notes, String index) implements Statement.Adaptation {

    @Override
    public String adapt(String text, Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select sql from " + notes + " where name = ? collate nocase")) {
            query.setString(1, index);
            try (ResultSet found = query.executeQuery()) {
                return found.next() ? found.getString(1) : text;
            }
        }
    }
}
