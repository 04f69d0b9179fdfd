package io.retort.operation.golden;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.dialect.Dialect;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.operation.DataOperation;
import io.retort.operation.Statement;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.MultipleFailuresError;

/**
 * Runs the SQL of every sample and of its reverse; afterwards the database's catalog equals that before. Refused
 * samples are skipped; the golden files contain them.
 */
class GoldenSqlTests {

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void everySampleRunsThereAndBack(TestDb db) throws SQLException {
        Dialect dialect;
        try (Connection connection = db.connect()) {
            dialect = Dialects.of(connection);
        }
        assertThat(dialect.name()).isEqualTo(db.database().toString());

        List<Throwable> failures = new ArrayList<>();
        int ran = 0;
        for (Sample sample : Samples.all()) {
            try (TestDb fresh = db.server().newDatabase()) {
                ran += runs(() -> thereAndBack(fresh, dialect, sample), sample, failures) ? 1 : 0;
            }
        }
        if (!failures.isEmpty()) {
            throw new MultipleFailuresError("on " + db.server(), failures);
        }
        assertThat(ran).as("samples that ran").isGreaterThan(db.database() == TestDatabase.SQLITE ? 25 : 40);
    }

    private static boolean runs(Executable run, Sample sample, List<Throwable> failures) {
        try {
            run.execute();
            return true;
        } catch (RetortException refused) {
            return false;
        } catch (Throwable e) {
            failures.add(new AssertionError(sample + ": " + e.getMessage(), e));
            return true;
        }
    }

    private static void thereAndBack(TestDb db, Dialect dialect, Sample sample) throws SQLException {
        if (sample.unlike().contains(dialect.name()) || needsChecks(sample) && db.database() == TestDatabase.MYSQL) {
            return;
        }
        try (Connection connection = db.connect()) {
            thereAndBack(connection, db.database(), dialect, sample);
        }
    }

    private static void thereAndBack(Connection connection, TestDatabase database, Dialect dialect, Sample sample)
            throws SQLException {
        List<Statement> statements = sample.operation().sql(dialect.ddl());
        run(
                connection,
                sample.before().stream()
                        .flatMap(o -> o.sql(dialect.ddl()).stream())
                        .toList());
        List<String> before = CatalogText.of(database, connection);
        run(connection, statements);
        List<String> between = CatalogText.of(database, connection);
        if (sample.operation().reverse().isPresent()) {
            run(connection, sample.operation().reverse().get().sql(dialect.ddl()));
            assertThat(CatalogText.of(database, connection)).containsExactlyInAnyOrderElementsOf(before);
        }
        if (changesCatalog(sample) && !statements.isEmpty()) {
            assertThat(between).isNotEqualTo(before);
        }
    }

    /** The MySQL that runs without Docker is version 8.0.15, which parses check constraints and ignores them. */
    private static boolean needsChecks(Sample sample) {
        return sample.name().startsWith("constraint.") && sample.name().contains(".check");
    }

    private static boolean changesCatalog(Sample sample) {
        return !(sample.operation() instanceof DataOperation);
    }

    private static void run(Connection connection, List<Statement> statements) throws SQLException {
        try (java.sql.Statement jdbc = connection.createStatement()) {
            jdbc.setEscapeProcessing(false);
            for (Statement statement : statements) {
                if (statement instanceof Statement.Backfill backfill) {
                    run(jdbc, backfill.whole());
                }
                if (statement instanceof Statement.Sql sql) {
                    run(jdbc, sql);
                }
            }
        }
    }

    private static void run(java.sql.Statement jdbc, Statement.Sql sql) throws SQLException {
        try {
            jdbc.execute(sql.text());
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + " in: " + sql.text(), e);
        }
        if (sql.expectedRows() != null) {
            assertThat(jdbc.getUpdateCount()).as(sql.text()).isEqualTo(sql.expectedRows());
        }
    }
}
