package io.retort.internal.dialect.sqlite;

import io.retort.operation.Statement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Creates the triggers of a rebuilt table again.
 *
 * @param notes the table that contains their statements
 */
record SqliteTriggers(String notes) implements Statement.Work.Code {

    @Override
    public void run(Connection connection) throws SQLException {
        List<String> triggers = new ArrayList<>();
        try (java.sql.Statement jdbc = connection.createStatement()) {
            try (ResultSet rows = jdbc.executeQuery("select sql from " + notes)) {
                while (rows.next()) {
                    triggers.add(rows.getString(1));
                }
            }
            for (String trigger : triggers) {
                jdbc.execute(trigger);
            }
        }
    }
}
