package io.retort.internal.execute;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.retort.Retort;
import io.retort.error.RetortException;
import io.retort.internal.history.SqlRevisions;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The advice after a failure depends on the reason of the database error. */
class FailureAdviceTests {

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void whatExistsAtAFirstStartIsPerhapsThere(TestDb db) throws SQLException {
        db.execute("create table customer (id integer)");
        String create = "create table customer (id integer)";

        RetortException first = failure(retort(db.dataSource(), revision("aa1", "", create)));

        assertThat(first.action())
                .contains("write a base that adopts it: the command `adopt`")
                .contains("the command `stamp <that revision>`")
                .contains("No revision is applied")
                .contains("Otherwise correct db/revisions/aa1_x.sql");

        Retort second = retort(
                db.dataSource(),
                revision("aa0", "", "create table other (id integer)"),
                revision("aa1", "aa0", create));
        RetortException later = failure(second);
        assertThat(later.what()).contains("Revision aa1");
        assertThat(later.action()).contains("rename or drop one of the two").doesNotContain("stamp");
    }

    /** The command continues to where the failed one would have come. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void theCommandAfterAFailedDowngradeHasItsTarget(TestDb db) throws SQLException {
        Retort retort = retort(
                db.dataSource(),
                reversible("aa1", "", "create table a (id integer)", "drop table a"),
                reversible("aa2", "aa1", "create table b (id integer)", "drop table b"),
                reversible("aa3", "aa2", "create table c (id integer)", "drop table nowhere"));
        retort.upgrade("head");

        Map.of("aa1", "aa1", "base", "aa1-1").forEach((target, continuing) -> {
            assertThat(failedDowngrade(retort, target).action())
                    .contains("run it again: the command `downgrade " + continuing + "`");
            assertThat(failedDowngrade(retort, continuing).what()).contains("Revision aa3");
        });
    }

    private static RetortException failedDowngrade(Retort retort, String target) {
        return catchThrowableOfType(RetortException.class, () -> retort.downgrade(target));
    }

    private static RevisionCode reversible(String id, String parent, String up, String down) {
        String header = "-- revision: " + id + "\n" + (parent.isEmpty() ? "" : "-- parent: " + parent + "\n");
        return SqlRevisions.parse(
                header + "-- message: x\n-- upgrade\n" + up + ";\n-- downgrade\n" + down + ";\n",
                id + "_x.sql",
                Map.of());
    }

    @OnDatabases(POSTGRESQL)
    void whatCannotRunInATransactionIsToldWhereThatIsSaid(TestDb db) {
        for (String sql : List.of(
                "vacuum",
                "alter system set work_mem = '8MB'",
                "create database elsewhere",
                "drop database if exists nowhere",
                "reindex database concurrently")) {
            RetortException failure = failure(retort(db.dataSource(), revision("aa1", "", sql)));

            assertThat(failure.action())
                    .as(sql)
                    .contains("-- transactional: false")
                    .doesNotContain("Correct ");
        }
    }

    @OnDatabases(SQLITE)
    void onSqliteToo(TestDb db) {
        RetortException failure = failure(retort(db.dataSource(), revision("aa1", "", "vacuum")));

        assertThat(failure.action()).contains("-- transactional: false");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void aLimitOfTheDatabaseIsNotTheFilesFault(TestDb db) throws SQLException {
        boolean postgres = db.database() == POSTGRESQL;
        DataSource limited = each(db.dataSource(), postgres ? "set statement_timeout = 300" : limit(db.database()));
        String slow = postgres
                ? "select pg_sleep(5)"
                : "select count(*) from information_schema.columns a, information_schema.columns b, information_schema.columns c";

        RetortException failure = failure(retort(limited, revision("aa1", "", slow)));

        assertThat(failure.action())
                .contains("The statement was cancelled")
                .contains("raise it for the user that migrates")
                .doesNotContain("Correct ");
    }

    private static String limit(TestDatabase database) {
        return database == MARIADB ? "set max_statement_time = 0.3" : "set max_execution_time = 300";
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, HSQLDB})
    void aReadOnlyDatabaseIsNotAMatterOfRights(TestDb db) throws SQLException {
        retort(db.dataSource(), revision("aa0", "", "create table shelf (id integer)"))
                .upgrade("head");
        String readOnly = db.database() == POSTGRESQL
                ? "set default_transaction_read_only = on"
                : db.database() == HSQLDB
                        ? "set session characteristics as transaction read only"
                        : "set session transaction read only";
        DataSource replica = each(db.dataSource(), readOnly);

        RetortException failure = failure(retort(
                replica,
                revision("aa0", "", "create table shelf (id integer)"),
                revision("aa1", "aa0", "create table board (id integer)")));

        assertThat(failure.getMessage()).contains("The database is read-only").doesNotContain("Correct ");
    }

    @OnDatabases(POSTGRESQL)
    void aReadOnlyDatabaseIsToldAtTheFirstStart(TestDb db) {
        DataSource replica = each(db.dataSource(), "set default_transaction_read_only = on");

        assertThatThrownBy(() -> retort(replica, revision("aa1", "", "create table board (id integer)"))
                        .upgrade("head"))
                .hasMessageContaining("Cannot create the table retort_revision")
                .hasMessageContaining("The database is read-only")
                .hasMessageNotContaining("privilege to create tables");
    }

    @OnDatabases(POSTGRESQL)
    void aMissingRightNamesTheUserAndWhatItIsFor(TestDb db) throws SQLException {
        String role = "r" + Math.abs(db.url().hashCode());
        retort(db.dataSource(), revision("aa0", "", "create table shelf (id integer)"))
                .upgrade("head");
        db.execute("create role " + role);
        try {
            db.execute("grant select, insert, update, delete on retort_revision to " + role);
            DataSource limited = each(db.dataSource(), "set role " + role);
            Retort retort = retort(
                    limited,
                    revision("aa0", "", "create table shelf (id integer)"),
                    revision("aa1", "aa0", "alter table shelf add width integer"));

            assertThat(failure(retort).getMessage())
                    .contains("must be owner of table shelf")
                    .contains("Grant the database user")
                    .doesNotContain("Correct ");

            db.execute("revoke all on retort_revision from " + role);
            assertThatThrownBy(() -> retort.upgrade("head"))
                    .hasMessageContaining("has no privilege to read the table retort_revision")
                    .hasMessageContaining("select, insert, update and delete")
                    .hasMessageNotContaining("another tool");
        } finally {
            db.execute("drop owned by " + role, "drop role " + role);
        }
    }

    @OnDatabases({MARIADB, MYSQL})
    void aServerThatRefusesANoteHasAnswered(TestDb db) throws SQLException {
        RetortException failure = failure(retort(
                db.dataSource(),
                revision(
                        "aa1",
                        "",
                        "create table shelf (id integer)",
                        "drop table retort_revision",
                        "create table b (id int)")));

        assertThat(failure.getMessage())
                .contains("retort_revision")
                .doesNotContain("does not answer")
                .doesNotContain("connection was lost")
                .doesNotContain("Correct ");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aLongStatementIsToldByItsBeginningAndItsLength(TestDb db) {
        String long10 = "insert into nowhere (id) values ('" + "x".repeat(10_000_000) + "')";
        long begun = System.nanoTime();

        RetortException failure =
                failure(retort(db.dataSource(), revision("aa1", "", "create table t (id integer)", long10)));

        assertThat(failure.getMessage())
                .hasSizeLessThan(12_000)
                .contains("statement 2 of 2")
                .contains("characters)");
        assertThat((System.nanoTime() - begun) / 1_000_000_000).as("seconds").isLessThan(60);
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void noControlCharacterReachesAReportOrAScript(TestDb db) throws SQLException {
        String bell = "ring \u0007 and \u001b[31mred\u001b[0m \u202egnp";
        RevisionCode code = SqlRevisions.parse(
                "-- revision: aa1\n-- message: " + bell
                        + "\n\n-- upgrade\ncreate table t (id integer);\nselect '\u001b[2J' from"
                        + " nowhere;\n-- downgrade\n",
                "db/revisions/aa1_x.sql",
                Map.of());
        Retort retort = retort(db.dataSource(), code);

        RetortException failure = failure(retort);
        String script = retort.script(
                io.retort.revision.Direction.UP, "base:head", io.retort.internal.dialect.Dialects.ofUrl(db.url()));

        assertThat(failure.getMessage())
                .contains("aa1 (ring \\u0007 and \\u001b[31mred\\u001b[0m \\u202egnp)")
                .doesNotContain("\u0007")
                .doesNotContain("\u001b")
                .doesNotContain("\u202e");
        assertThat(script.lines().filter(line -> line.startsWith("--")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).doesNotContain("\u001b").doesNotContain("\u0007"));
        assertThat(retort.status().partial())
                .allSatisfy(half -> assertThat(half.describe()).doesNotContain("\u001b"));
    }

    private static RetortException failure(Retort retort) {
        return catchThrowableOfType(RetortException.class, () -> retort.upgrade("head"));
    }

    private static Retort retort(DataSource dataSource, RevisionCode... revisions) {
        return Retort.on(dataSource, List.of(() -> List.of(revisions)));
    }

    private static RevisionCode revision(String id, String parent, String... statements) {
        String file = "-- revision: " + id + "\n" + (parent.isEmpty() ? "" : "-- parent: " + parent + "\n")
                + "\n-- upgrade\n" + String.join(";\n", statements) + ";\n-- downgrade\n";
        return SqlRevisions.parse(file, "db/revisions/" + id + "_x.sql", Map.of());
    }

    /** Connections that ran a statement first, as with a user's own settings. */
    private static DataSource each(DataSource source, String sql) {
        return (DataSource) Proxy.newProxyInstance(
                FailureAdviceTests.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(source, arguments);
                        if (result instanceof Connection connection) {
                            try (Statement statement = connection.createStatement()) {
                                statement.execute(sql);
                            }
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
