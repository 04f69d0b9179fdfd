package io.retort.internal.dialect.ansi;

import static io.retort.migration.Definitions.*;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.dialect.Dialect;
import io.retort.internal.dialect.Dialects;
import io.retort.migration.Operations;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A statement of an SQL file finds the constraint that it describes, whatever its name in the database is. */
class ConstraintHintTests {

    private static final List<String> TABLES = List.of("orders", "\"old orders\"", "\"a.b\"", "\"drop\"");

    private static final List<String> COLUMNS = List.of("mail", "\"a, b\"", "\"c) */\"", "\"Unique (x)\"", "größe");

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2})
    void theConstraintIsFoundByItsColumns(TestDb db) throws SQLException {
        Dialect dialect = Dialects.named(db.database().product());
        for (String table : TABLES) {
            for (String column : COLUMNS) {
                try (Connection connection = db.connect()) {
                    run(connection, dialect, Operations.collect(op -> {
                        op.createTable(table, column("id", integer()), column(column, varchar(20)));
                        op.addConstraint(table, unique("\"by hand\"", column));
                        op.insert(table, columns("id", column), row(1, "one"));
                    }));
                    String text = inFile(dialect, table, column);
                    assertThat(text.contains("/* unique (")).isEqualTo(!column.contains("*/"));
                    if (text.contains("/*")) {
                        run(connection, dialect, Operations.collect(op -> op.execute(text)));
                        run(
                                connection,
                                dialect,
                                Operations.collect(op -> op.insert(table, columns("id", column), row(2, "one"))));
                    }
                    run(connection, dialect, Operations.collect(op -> op.dropTable(table)));
                }
            }
        }
    }

    @Test
    void anotherStatementIsNone() {
        for (String sql : List.of(
                "alter table t drop constraint c",
                "alter table t drop column /* unique (a) */ c",
                "alter table t drop constraint /* unique (a) */ c, drop constraint d",
                "alter table t drop constraint /* unique */ c",
                "alter table t drop constraint /* exclude (a) */ c",
                "select 'alter table t drop constraint /* unique (a) */ c'",
                "alter table",
                "alter table t drop constraint /* unique (a) */",
                "")) {
            assertThat(ConstraintHint.read(sql)).as(sql).isEmpty();
        }
    }

    private static String inFile(Dialect dialect, String table, String column) {
        Operation drop = Operations.collect(op -> op.dropConstraint(table, unique("declared", column)))
                .get(0);
        Statement.Sql statement = (Statement.Sql) drop.sql(dialect.ddl()).get(0);
        return Objects.requireNonNull(statement.adaptation()).inFile(statement.text());
    }

    private static void run(Connection connection, Dialect dialect, List<Operation> operations) throws SQLException {
        for (Operation operation : operations) {
            for (Statement each : operation.sql(dialect.ddl())) {
                Statement.Sql sql = (Statement.Sql) each;
                Statement.Adaptation adaptation = sql.adaptation();
                try (java.sql.Statement statement = connection.createStatement()) {
                    statement.execute(adaptation == null ? sql.text() : adaptation.adapt(sql.text(), connection));
                }
            }
        }
    }
}
