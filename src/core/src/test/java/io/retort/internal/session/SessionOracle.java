package io.retort.internal.session;

import io.retort.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Reads the visible state of a session with its own queries, and finds settings to change in the server's catalog. */
final class SessionOracle {

    /** Values that change by themselves, or with every statement. */
    private static final Set<String> VOLATILE = Set.of(
            "timestamp",
            "last_insert_id",
            "identity",
            "insert_id",
            "rand_seed1",
            "rand_seed2",
            "error_count",
            "warning_count",
            "in_transaction",
            "last_gtid",
            "gtid_binlog_pos",
            "gtid_current_pos",
            "statement_id",
            "pseudo_thread_id");

    private final TestDatabase product;

    SessionOracle(TestDatabase product) {
        this.product = product;
    }

    /** Returns the state, by item. */
    Map<String, String> state(Connection connection) throws SQLException {
        Map<String, String> state = new TreeMap<>();
        switch (product) {
            case POSTGRESQL -> {
                rows(
                        state,
                        connection,
                        "select name, setting from pg_settings where name not like 'transaction%'"
                                + " and name not like 'plpgsql.%'");
                rows(state, connection, "select 'user', current_user || '/' || session_user");
                rows(state, connection, "select 'role', current_setting('role')");
                rows(state, connection, "select 'custom', coalesce(current_setting('app.tenant', true), '')");
                rows(
                        state,
                        connection,
                        "select 'prepared ' || name, statement from pg_prepared_statements where from_sql");
                rows(state, connection, "select 'listening ' || c, '' from pg_listening_channels() c");
                rows(state, connection, "select 'cursor ' || name, '' from pg_cursors where is_holdable");
                rows(state, connection, "select 'temp ' || relname, '' from pg_class where relpersistence = 't'");
                rows(
                        state,
                        connection,
                        "select 'lock ' || classid || ' ' || objid, mode from pg_locks where pid = pg_backend_pid()"
                                + " and locktype = 'advisory' and classid = 0");
            }
            case MARIADB, MYSQL -> {
                rows(state, connection, "show session variables");
                rows(state, connection, "select 'database', database()");
                rows(state, connection, "select 'user variable', coalesce(@mine, 'none')");
            }
            case H2 -> {
                rows(state, connection, "select setting_name, setting_value from information_schema.settings");
                rows(state, connection, "select state_key, state_command from information_schema.session_state");
                // A path cannot be emptied; one with only the current schema is equivalent.
                state.remove("SCHEMA_SEARCH_PATH", "SET SCHEMA_SEARCH_PATH \"PUBLIC\"");
                rows(state, connection, "select 'lock_timeout', lock_timeout()");
                rows(state, connection, "select 'schema', current_schema");
                state.put("isolation", String.valueOf(connection.getTransactionIsolation()));
            }
            case HSQLDB -> {
                rows(state, connection, "select key, value from information_schema.system_sessioninfo");
                rows(state, connection, "values ('zone', cast(timezone() as varchar(30)))");
                state.put("isolation", String.valueOf(connection.getTransactionIsolation()));
                List.of("CURRENT STATEMENT", "CONNECTED", "IDENTITY", "AUTOCOMMIT")
                        .forEach(state::remove);
            }
            case SQLITE -> sqlite(state, connection);
            default -> throw new IllegalArgumentException(product.name());
        }
        state.keySet().removeIf(name -> VOLATILE.contains(name.toLowerCase(Locale.ROOT)));
        return state;
    }

    private static void sqlite(Map<String, String> state, Connection connection) throws SQLException {
        for (String pragma : texts(connection, "select name from pragma_pragma_list")) {
            if (!Set.of(
                                    "data_version",
                                    "freelist_count",
                                    "page_count",
                                    "schema_version",
                                    "optimize",
                                    "incremental_vacuum")
                            .contains(pragma)
                    && !pragma.matches(".*(_list|_info|_xinfo|_check|_options|shrink.*|wal_checkpoint)")) {
                List<String> value = texts(connection, "pragma " + pragma);
                state.put(pragma, String.join(",", value));
            }
        }
        rows(state, connection, "select 'attached ' || name, file from pragma_database_list where name <> 'temp'");
        rows(state, connection, "select 'temp ' || name, sql from sqlite_temp_master");
        state.put("like", texts(connection, "select 'a' like 'A'").get(0));
    }

    /**
     * Returns statements that change one setting each, found by trying other values for the settings in the catalog.
     */
    List<String> changes(DataSource source) throws SQLException {
        return switch (product) {
            case POSTGRESQL -> postgres(source);
            case MARIADB, MYSQL -> mysql(source);
            case SQLITE -> sqlitePragmas(source);
            default -> List.of();
        };
    }

    private List<String> postgres(DataSource source) throws SQLException {
        List<String> changes = new ArrayList<>();
        List<String[]> settings = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select name, vartype, setting, max_val, enumvals::text from pg_settings"
                                + " where context in ('user', 'superuser') and name not like 'transaction%' order by name")) {
            while (rows.next()) {
                settings.add(new String[] {
                    rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4), rows.getString(5)
                });
            }
        }
        for (String[] setting : settings) {
            for (String value : others(setting)) {
                String sql = "set " + setting[0] + " = '" + value + "'";
                if (takes(source, sql, "show " + setting[0])) {
                    changes.add(sql);
                    break;
                }
            }
        }
        return changes;
    }

    private static List<String> others(String[] setting) {
        return switch (setting[1]) {
            case "bool" -> List.of(setting[2].equals("on") ? "off" : "on");
            case "integer", "real" -> numbers(setting[2], setting[3]);
            case "enum" ->
                List.of(setting[4].replaceAll("[{}\"]", "").split(",")).stream()
                        .filter(value -> !value.equals(setting[2]))
                        .toList();
            default -> List.of("pg_catalog", "Asia/Tokyo", "German, MDY", "SQL, DMY", "C", "LATIN1", "another", "");
        };
    }

    /** Higher values rather than lower ones, because a time limit of one millisecond would end the test. */
    private static List<String> numbers(String value, String max) {
        double number = Double.parseDouble(value);
        String more =
                number < 1000 ? "600000" : value.matches("\\d+") ? String.valueOf(Long.parseLong(value) + 8) : max;
        return List.of(more, value.matches("-?\\d+") ? String.valueOf((long) number + 1) : max, max, "0", "1");
    }

    private List<String> mysql(DataSource source) throws SQLException {
        Map<String, String> variables = new TreeMap<>();
        try (Connection connection = source.getConnection()) {
            rows(variables, connection, "show session variables");
        }
        List<String> changes = new ArrayList<>();
        for (var variable : variables.entrySet()) {
            String name = variable.getKey();
            if (VOLATILE.contains(name) || name.equals("autocommit")) {
                continue;
            }
            for (String value : others(variable.getValue())) {
                String sql = "set session " + name + " = " + value;
                if (takes(source, sql, "select @@session." + name)) {
                    changes.add(sql);
                    break;
                }
            }
        }
        return changes;
    }

    private static List<String> others(String value) {
        if (value.matches("\\d+(\\.\\d+)?")) {
            long number = (long) Double.parseDouble(value);
            return List.of(String.valueOf(number + 1), String.valueOf(number * 2 + 1024), "1", "0");
        }
        return switch (value) {
            case "ON" -> List.of("'OFF'");
            case "OFF" -> List.of("'ON'");
            default ->
                List.of(
                        "'latin1'",
                        "'latin1_bin'",
                        "'+03:00'",
                        "'READ-COMMITTED'",
                        "'de_DE'",
                        "'MyISAM'",
                        "'MEMORY'",
                        "'ANSI'",
                        "'all'",
                        "'ROW'",
                        "'STATEMENT'",
                        "0",
                        "1",
                        "'x'",
                        "default",
                        "null");
        };
    }

    private List<String> sqlitePragmas(DataSource source) throws SQLException {
        List<String> changes = new ArrayList<>();
        List<String> pragmas;
        try (Connection connection = source.getConnection()) {
            pragmas = texts(connection, "select name from pragma_pragma_list");
        }
        for (String pragma : pragmas) {
            if (Set.of(
                            "temp_store_directory",
                            "journal_mode",
                            "locking_mode",
                            "auto_vacuum",
                            "encoding",
                            "page_size",
                            "user_version",
                            "application_id",
                            "schema_version",
                            "max_page_count",
                            "default_cache_size",
                            "defer_foreign_keys",
                            "hard_heap_limit",
                            "mmap_size",
                            "incremental_vacuum",
                            "wal_checkpoint",
                            "data_store_directory",
                            "case_sensitive_like")
                    .contains(pragma)) {
                continue;
            }
            for (String value : List.of("1", "0", "2", "500", "77")) {
                String sql = "pragma " + pragma + " = " + value;
                if (takes(source, sql, "pragma " + pragma)) {
                    changes.add(sql);
                    break;
                }
            }
        }
        return changes;
    }

    /** Whether a statement changes what a query shows. Some drivers close a connection whose encoding changes. */
    private static boolean takes(DataSource source, String sql, String show) throws SQLException {
        try (Connection connection = source.getConnection()) {
            try {
                List<String> before = texts(connection, show);
                texts(connection, sql);
                return !connection.isClosed() && !texts(connection, show).equals(before);
            } catch (SQLException refused) {
                return false;
            }
        }
    }

    static List<String> texts(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<String> texts = new ArrayList<>();
            if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        texts.add(String.valueOf(rows.getString(1)));
                    }
                }
            }
            return texts;
        }
    }

    private static void rows(Map<String, String> state, Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                state.put(rows.getString(1), String.valueOf(rows.getString(2)));
            }
        }
    }
}
