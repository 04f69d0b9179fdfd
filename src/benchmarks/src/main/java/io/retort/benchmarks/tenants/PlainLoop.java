package io.retort.benchmarks.tenants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * Lower bound for a single connection: one query for each schema and, if revisions are missing, the files, with a
 * history row and a commit for each.
 */
final class PlainLoop {

    private PlainLoop() {}

    static void run(DataSource pool, Path folder, int size, List<String> schemas) throws SQLException, IOException {
        String[] files = new String[size];
        for (int i = 0; i < size; i++) {
            files[i] = Files.readString(folder.resolve(String.format("%04d.sql", i + 1)));
        }
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String schema : schemas) {
                connection.setSchema(schema);
                if (applied(statement, size)) {
                    continue;
                }
                apply(connection, statement, files);
            }
        }
    }

    private static boolean applied(Statement statement, int size) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(*) from plain_history")) {
            row.next();
            return row.getInt(1) == size;
        } catch (SQLException missing) {
            return false;
        }
    }

    private static void apply(Connection connection, Statement statement, String[] files) throws SQLException {
        statement.execute("create table plain_history (id varchar(20) primary key, at timestamp)");
        connection.setAutoCommit(false);
        try (PreparedStatement note =
                connection.prepareStatement("insert into plain_history values (?, current_timestamp)")) {
            for (int i = 0; i < files.length; i++) {
                for (String sql : files[i].split(";\\s*\\n")) {
                    statement.execute(sql);
                }
                note.setString(1, String.format("%04d", i + 1));
                note.executeUpdate();
                connection.commit();
            }
        }
        connection.setAutoCommit(true);
    }
}
