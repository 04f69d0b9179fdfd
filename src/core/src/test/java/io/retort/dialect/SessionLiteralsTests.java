package io.retort.dialect;

import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.columns;
import static io.retort.migration.Definitions.integer;
import static io.retort.migration.Definitions.row;
import static io.retort.migration.Definitions.varchar;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.internal.dialect.Dialects;
import io.retort.migration.Operations;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Text is stored exactly as written, in every mode of a session. */
class SessionLiteralsTests {

    private static final String TEXT = "a\\b' \\'); drop table item; -- \\";

    private static final Map<String, List<String>> MODES = Map.of(
            "postgresql", List.of("set standard_conforming_strings = on", "set standard_conforming_strings = off"),
            "mariadb",
                    List.of(
                            "set sql_mode = ''",
                            "set sql_mode = 'NO_BACKSLASH_ESCAPES'",
                            "set sql_mode = 'ANSI_QUOTES'"),
            "mysql", List.of("set sql_mode = ''", "set sql_mode = 'NO_BACKSLASH_ESCAPES'"));

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void valuesDefaultsAndCommentsAreStoredAsTheyAre(TestDb db) throws SQLException {
        for (String mode : MODES.get(db.database().product())) {
            try (Connection connection = db.connect()) {
                run(connection, mode);
                Dialect dialect = Dialects.of(connection);
                Operations.collect(op -> {
                            op.createTable(
                                    "item",
                                    column("id", integer()),
                                    column("v", varchar(100)).defaultValue(TEXT).comment(TEXT));
                            op.insert("item", columns("id", "v"), row(1, TEXT));
                        })
                        .forEach(operation -> run(connection, operation, dialect));
                run(connection, "insert into item (id) values (2)");

                assertThat(texts(connection, "select v from item order by id"))
                        .as(mode)
                        .containsExactly(TEXT, TEXT);
                assertThat(texts(connection, comment(db))).as(mode).containsExactly(TEXT);
                run(connection, "drop table item");
            }
        }
    }

    /** A script does not know the mode of the session that will run it. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void withoutASessionTheTextIsRightInEach(TestDb db) throws SQLException {
        Dialect dialect = Dialects.named(db.database().product());
        for (String mode : MODES.get(db.database().product())) {
            try (Connection connection = db.connect()) {
                run(connection, mode);
                Operations.collect(op -> {
                            op.createTable(
                                    "item",
                                    column("id", integer()),
                                    column("v", varchar(100)).defaultValue(TEXT));
                            op.insert("item", columns("id", "v"), row(1, TEXT));
                        })
                        .forEach(operation -> run(connection, operation, dialect));
                run(connection, "insert into item (id) values (2)");

                assertThat(texts(connection, "select v from item order by id"))
                        .as(mode)
                        .containsExactly(TEXT, TEXT);
                run(connection, "drop table item");
            }
        }
    }

    private static String comment(TestDb db) {
        return db.database() == POSTGRESQL
                ? "select col_description('item'::regclass, 2)"
                : "select column_comment from information_schema.columns where table_schema = database()"
                        + " and table_name = 'item' and column_name = 'v'";
    }

    private static void run(Connection connection, Operation operation, Dialect dialect) {
        for (Statement statement : operation.sql(dialect.ddl())) {
            try {
                run(connection, ((Statement.Sql) statement).text());
            } catch (SQLException e) {
                throw new AssertionError(((Statement.Sql) statement).text(), e);
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
