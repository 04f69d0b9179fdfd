package io.retort.internal.sql.client;

import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The content of a database by script: rows, views, routines, rules, triggers and comments. */
final class Contents {

    private static final Pattern NAME = Pattern.compile("(?i)(?<![a-z0-9])(s\\d+)_");

    private Contents() {}

    static Map<String, List<String>> of(TestDb db) throws SQLException {
        Map<String, List<String>> contents = new TreeMap<>();
        try (Connection connection = db.connect()) {
            for (String query : queries(db.database())) {
                for (String line : TestDb.query(connection, query)) {
                    put(contents, line);
                }
            }
            for (String table : TestDb.query(connection, tables(db.database()))) {
                for (String row : TestDb.query(connection, "select * from " + quoted(table, db.database()))) {
                    put(contents, table + ": " + row);
                }
            }
        }
        contents.values().forEach(Collections::sort);
        return contents;
    }

    private static void put(Map<String, List<String>> contents, String line) {
        Matcher name = NAME.matcher(line);
        if (name.find()) {
            contents.computeIfAbsent(name.group(1).toLowerCase(java.util.Locale.ROOT), script -> new ArrayList<>())
                    .add(line);
        }
    }

    private static String quoted(String name, TestDatabase database) {
        boolean backticks = database == TestDatabase.MARIADB || database == TestDatabase.MYSQL;
        return backticks ? "`" + name.replace("`", "``") + "`" : '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String tables(TestDatabase database) {
        return switch (database) {
            case POSTGRESQL, POSTGRESQL_15 ->
                "select relname from pg_class where relnamespace = 'public'::regnamespace"
                        + " and relkind = 'r' and relname ~ '^s[0-9]+_' order by 1";
            case MARIADB, MYSQL ->
                "select table_name from information_schema.tables where table_schema = database()"
                        + " and table_type = 'BASE TABLE' and table_name regexp '^s[0-9]+_' order by 1";
            case SQLITE ->
                "select name from sqlite_master where type = 'table' and name like 's%\\_%' escape '\\' order by 1";
            default ->
                "select table_name from information_schema.tables where table_schema = 'PUBLIC'"
                        + " and table_type = 'BASE TABLE' and lower(table_name) like 's%\\_%' escape '\\' order by 1";
        };
    }

    private static List<String> queries(TestDatabase database) {
        return switch (database) {
            case POSTGRESQL, POSTGRESQL_15 ->
                List.of(
                        "select 'view ' || viewname || ': ' || definition from pg_views where schemaname = 'public'",
                        "select pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace",
                        "select 'rule ' || definition from pg_rules where schemaname = 'public'",
                        "select 'table ' || relname || ': ' || coalesce(obj_description(oid, 'pg_class'), '-') from pg_class"
                                + " where relnamespace = 'public'::regnamespace and relkind = 'r'");
            case MARIADB, MYSQL ->
                List.of(
                        // MySQL does not show the definition of a view that the client has created
                        database == TestDatabase.MYSQL
                                ? "select concat('view ', table_name, ' ', group_concat(column_name, ' ', column_type"
                                        + " order by ordinal_position)) from information_schema.columns where table_schema"
                                        + " = database() and table_name in (select v.table_name from"
                                        + " information_schema.views v where v.table_schema = database())"
                                        + " group by table_name"
                                : "select concat('view ', table_name, ': ', replace(view_definition, database(), ''))"
                                        + " from information_schema.views where table_schema = database()",
                        "select concat('routine ', routine_name, ' ', sql_mode) from information_schema.routines"
                                + " where routine_schema = database()",
                        "select concat('trigger ', trigger_name) from information_schema.triggers where trigger_schema = database()",
                        "select concat('event ', event_name) from information_schema.events where event_schema = database()",
                        "select concat('table ', table_name) from information_schema.tables where table_schema = database()");
            case SQLITE -> List.of("select name || ': ' || sql from sqlite_master");
            case H2 ->
                List.of(
                        "select 'view ' || table_name || ': ' || view_definition from information_schema.views",
                        "select 'table ' || table_name || ': ' || coalesce(remarks, '-') from information_schema.tables");
            default ->
                List.of(
                        "select 'view ' || table_name || ': ' || view_definition from information_schema.views"
                                + " where table_schema = 'PUBLIC'",
                        "select 'routine ' || routine_name || ': ' || replace(routine_definition, specific_name, '') from information_schema.routines"
                                + " where routine_schema = 'PUBLIC'");
        };
    }
}
