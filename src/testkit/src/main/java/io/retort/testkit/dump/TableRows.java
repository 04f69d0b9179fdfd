package io.retort.testkit.dump;

import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The rows of a table, as lines. */
final class TableRows {

    private TableRows() {}

    /**
     * @param table the table's name in SQL
     */
    static List<String> of(Connection connection, String table) throws SQLException {
        return TestDb.query(connection, "select * from " + table).stream()
                .sorted()
                .map(row -> "row " + table + " " + row)
                .toList();
    }
}
