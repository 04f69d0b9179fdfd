package io.retort.internal.dialect.hsqldb;

import io.retort.operation.Statement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Queries a value and restarts a sequence with it.
 *
 * @param sequence the sequence, in SQL
 * @param query a query that returns the value in one row
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
