package io.retort.reliability.process;

import io.retort.internal.dialect.Dialects;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Session settings that would make the next revision miss its tables or accept invalid data. */
final class SessionChanges {

    private SessionChanges() {}

    /** Changes the session and does not restore it. */
    static void make(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : of(Dialects.of(connection).name())) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> of(String product) {
        return switch (product) {
            case "postgresql" ->
                List.of(
                        "select set_config('search_path', '', false)",
                        "set session_replication_role = replica",
                        "set statement_timeout = 90000",
                        "create temp table if not exists filled (wrong int)");
            case "mariadb", "mysql" ->
                List.of("set foreign_key_checks = 0, unique_checks = 0, sql_mode = ''", "use mysql");
            case "h2", "hsqldb" -> List.of("set schema information_schema");
            default -> List.of("attach database ':memory:' as other", "pragma recursive_triggers = 1");
        };
    }
}
