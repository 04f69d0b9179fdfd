package io.retort.dialect.hsqldb;

import io.retort.operation.Statement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Reads a number and lets a sequence go on from there.
 *
 * @param sequence the sequence, as SQL
 * @param query a query with the number in its one row
 */
record SequenceRestart(String sequence, String query) implements Statement.Work.Code {

    @Override
    public void run(Connection connection) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            long next;
            try (ResultSet row = statement.executeQuery(query)) {
                row.next();
                next = row.getLong(1);
            }
            statement.execute("alter sequence " + sequence + " restart with " + next);
        }
    }
}
