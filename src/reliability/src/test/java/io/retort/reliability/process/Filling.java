package io.retort.reliability.process;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SplittableRandom;

/** Repeatable Java work: it first deletes the rows of an earlier try. */
final class Filling {

    private static final int BATCH = 200;

    private Filling() {}

    static void fill(Connection connection, int rows) throws SQLException {
        try (Statement clean = connection.createStatement()) {
            clean.execute("delete from filled");
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into filled values (?, ?)")) {
            for (int i = 1; i <= rows; i++) {
                insert.setInt(1, i);
                insert.setString(2, pad(i));
                insert.addBatch();
                if (i % BATCH == 0 || i == rows) {
                    insert.executeBatch();
                }
            }
        }
    }

    /** Returns text that compresses badly and is the same at every start. */
    private static String pad(int row) {
        SplittableRandom random = new SplittableRandom(row);
        StringBuilder pad = new StringBuilder();
        while (pad.length() < 900) {
            pad.append(Long.toString(random.nextLong(Long.MAX_VALUE), 36));
        }
        return pad.substring(0, 900);
    }
}
