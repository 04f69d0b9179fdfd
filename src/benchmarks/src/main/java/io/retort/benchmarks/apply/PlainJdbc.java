package io.retort.benchmarks.apply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Lower bound: executes the same files with plain JDBC, with a history row and a commit for each. With nothing pending,
 * it runs one query.
 */
final class PlainJdbc {

    private PlainJdbc() {}

    static void run(String url, String user, Path folder, int size) throws SQLException, IOException {
        try (Connection connection = RetortRun.dataSource(url, user).getConnection();
                Statement statement = connection.createStatement()) {
            if (applied(statement) == size) {
                return;
            }
            statement.execute("create table if not exists plain_history (id varchar(20) primary key, at timestamp)");
            connection.setAutoCommit(false);
            try (PreparedStatement note =
                    connection.prepareStatement("insert into plain_history values (?, current_timestamp)")) {
                for (int i = 1; i <= size; i++) {
                    String id = String.format("%04d", i);
                    for (String sql :
                            Files.readString(folder.resolve(id + ".sql")).split(";\\s*\\n")) {
                        statement.execute(sql);
                    }
                    note.setString(1, id);
                    note.execute();
                    connection.commit();
                }
            }
        }
    }

    private static int applied(Statement statement) throws SQLException {
        int count = 0;
        try (ResultSet rows = statement.executeQuery("select id from plain_history")) {
            while (rows.next()) {
                count++;
            }
        } catch (SQLException e) {
            return 0;
        }
        return count;
    }
}
