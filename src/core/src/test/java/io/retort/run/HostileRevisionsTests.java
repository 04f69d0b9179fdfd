package io.retort.run;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.retort.Retort;
import io.retort.migration.Migration;
import io.retort.operation.Statement.Work.Code;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Revisions that would break what Retort promises: one of three states, the session as it was, no password printed. */
class HostileRevisionsTests {

    private static final String SECRET = "geheim99";

    /** The error messages of the products quote parts of the statement. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void noPasswordOfAFailedStatementIsInTheReportOrItsCauses(TestDb db) {
        for (String sql : List.of(
                "create user x identified by 'geheim99' foo bar",
                "alter role nobody_x with password 'geheim99' 'foo'",
                "create user x password 'geheim99' nonsense",
                "alter user nobody_x set password 'geheim99' x",
                "set password for nobody_x = 'geheim99'",
                "do $$ begin execute 'alter role nobody_x password ''geheim99'''; end $$")) {
            assertThat(printed(db, op -> op.execute(sql))).as(sql).doesNotContain(SECRET);
            assertThat(printed(db, op -> op.work("direct", connection -> execute(connection, sql))))
                    .as("work: " + sql)
                    .doesNotContain(SECRET);
            assertThat(printed(db, op -> op.work("prepared", connection -> executePrepared(connection, sql))))
                    .as("prepared: " + sql)
                    .doesNotContain(SECRET);
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void theConnectionOfAWorkIsUselessWhenTheWorkHasEnded(TestDb db) throws SQLException {
        db.execute("create table t (id integer)");
        AtomicReference<Connection> kept = new AtomicReference<>();
        AtomicReference<Statement> statement = new AtomicReference<>();
        Throwable thrown = catchThrowable(() -> upgrade(
                db,
                revision(
                        "a1",
                        true,
                        op -> op.work("keep", connection -> {
                            kept.set(connection);
                            statement.set(connection.createStatement());
                        })),
                revision(
                        "a2",
                        true,
                        op -> op.work("late", connection -> {
                            assertThat(kept.get().isClosed()).isTrue();
                            assertThat(catchThrowable(() -> statement.get().execute("insert into t values (1)")))
                                    .hasMessageContaining("the work \"keep\" has ended");
                            execute(kept.get(), "insert into t values (2)");
                        }))));

        assertThat(thrown)
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("the work \"keep\" has ended")
                .hasMessageNotContaining("connection is lost");
        assertThat(db.query("select id from t")).isEmpty();
    }

    /** SQLite locks the table of a result that is open. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aResultThatAWorkLeavesOpenLocksNothing(TestDb db) throws SQLException {
        upgrade(db, revision("a1", true, op -> {
            op.execute("create table t (id integer)");
            op.execute("insert into t values (1)");
            op.execute("insert into t values (2)");
            op.work("leave open", connection -> {
                ResultSet rows = connection.createStatement().executeQuery("select id from t");
                rows.next();
            });
            op.execute("drop table t");
        }));

        assertThat(db.query("select state from retort_revision")).containsExactly("applied");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void whatAWorkSetsAtTheDriverIsRestored(TestDb db) {
        List<String> seen = new ArrayList<>();
        Code look = connection -> seen.add(connection.getHoldability() + " " + connection.getTransactionIsolation()
                + " " + connection.isReadOnly());
        upgrade(
                db,
                revision("a1", true, op -> op.work("look", look)),
                revision("a2", true, op -> op.work("change", HostileRevisionsTests::changeDriver)),
                revision("a3", true, op -> op.work("look", look)));

        assertThat(seen.get(1)).isEqualTo(seen.get(0));
    }

    private static void changeDriver(Connection connection) throws SQLException {
        boolean holds = connection.getHoldability() == ResultSet.HOLD_CURSORS_OVER_COMMIT;
        catchThrowable(() -> connection.setHoldability(
                holds ? ResultSet.CLOSE_CURSORS_AT_COMMIT : ResultSet.HOLD_CURSORS_OVER_COMMIT));
        catchThrowable(() -> connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE));
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void aRevisionThatReleasesTheLockIsNotCompleted(TestDb db) throws SQLException {
        List<String> attempts = db.database() == TestDatabase.POSTGRESQL
                ? List.of("select pg_advisory_unlock_all()", "discard all")
                : List.of("select release_all_locks()");
        for (String sql : attempts) {
            boolean transactional = !sql.startsWith("discard");
            Throwable thrown = catchThrowable(() -> upgrade(
                    db,
                    revision("a1", transactional, op -> op.execute(sql)),
                    revision("a2", true, op -> op.execute("create table u (id integer)"))));

            assertThat(thrown).as(sql).isNotNull().hasMessageContaining("This connection no longer holds the lock");
            assertThat(db.query("select id from retort_revision where state = 'applied'"))
                    .as(sql)
                    .isEmpty();
            db.execute("delete from retort_revision");
        }
    }

    private static String printed(TestDb db, Migration migration) {
        Throwable thrown = catchThrowable(() -> upgrade(db, revision("b1", true, migration)));
        assertThat(thrown).isNotNull();
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static void upgrade(TestDb db, RevisionCode... revisions) {
        Retort.on(db.dataSource(), List.of(() -> List.of(revisions))).upgrade("heads");
    }

    private static RevisionCode revision(String id, boolean transactional, Migration migration) {
        List<String> parents =
                id.endsWith("1") ? List.of() : List.of(id.charAt(0) + String.valueOf(id.charAt(1) - '0' - 1));
        RevisionInfo info =
                new RevisionInfo(id, parents, List.of(), List.of(), "hostile", null, transactional, "revisions." + id);
        return new RevisionCode(info, () -> migration);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void executePrepared(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
