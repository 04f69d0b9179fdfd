package io.retort.run;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.retort.Retort;
import io.retort.RetortOptions;
import io.retort.error.RetortException;
import io.retort.internal.history.SqlRevisions;
import io.retort.migration.Migration;
import io.retort.operation.Statement.Work.Code;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/** The exceptions that Java work can throw, and what it can do to its connection. */
class StepStatesTests {

    private static final String ROWS = "select id, state from retort_revision order by id";

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void anErrorInWorkCommitsNothingOfWhatARollbackTakesBack(TestDb db) throws SQLException {
        for (Throwable thrown : List.of(
                new AssertionError("no"),
                new NoClassDefFoundError("gone"),
                new OutOfMemoryError("full"),
                new StackOverflowError("deep"))) {
            MigrationFailedException failure = fails(db, true, connection -> {
                insert(connection);
                sneak(thrown);
            });
            assertThat(failure).hasCause(thrown);
            assertThat(failure.getMessage())
                    .contains("statement 2 of 2   work \"w\"")
                    .contains(thrown.getClass().getName());
            assertThat(failure.rolledBack()).isEqualTo(rollsDdlBack(db));
            nothingIsLeftOfTheWork(db);
            converges(db);
        }
    }

    @OnDatabases({POSTGRESQL, H2, SQLITE})
    void anInterruptEndsTheStepAndStaysWithTheThread(TestDb db) throws SQLException {
        MigrationFailedException failure = fails(db, true, connection -> {
            insert(connection);
            throw new InterruptedException("told to stop");
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.action()).contains("interrupted").doesNotContain("Correct ");
        nothingIsLeftOfTheWork(db);
        converges(db);
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void workInATransactionCannotEndIt(TestDb db) throws SQLException {
        for (Code attempt : List.<Code>of(
                Connection::commit,
                Connection::rollback,
                connection -> connection.setAutoCommit(true),
                Connection::close,
                connection -> execute(connection, "commit"),
                connection -> execute(connection, " /* x */ COMMIT work; "),
                connection -> execute(connection, "set autocommit = 1"),
                connection -> execute(connection, "set @x = 1, @@session.autocommit = 1"),
                connection -> execute(connection, "insert into t (id) values (3); commit"),
                connection -> execute(connection, "delete from t; rollback"),
                connection -> execute(connection, "prepare transaction 'x'"),
                connection -> connection.prepareStatement("rollback"),
                connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.getConnection().commit();
                    }
                },
                connection -> connection.getMetaData().getConnection().commit(),
                connection -> connection.unwrap(Connection.class).commit())) {
            MigrationFailedException failure = fails(db, true, connection -> {
                insert(connection);
                attempt.run(connection);
            });
            assertThat(failure.getMessage()).contains("the work \"w\" called ");
            nothingIsLeftOfTheWork(db);
            converges(db);
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB, SQLITE})
    void workInATransactionMayUseSavepoints(TestDb db) throws SQLException {
        retort(db, true, connection -> {
                    insert(connection);
                    var savepoint = connection.setSavepoint();
                    execute(connection, "insert into t (id) values (2)");
                    connection.rollback(savepoint);
                })
                .upgrade("head");

        assertThat(db.query("select id from t")).containsExactly("1");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void workOutsideATransactionCommitsByItselfAndIsReportedAsInDoubtWhenItFails(TestDb db) throws SQLException {
        MigrationFailedException failure = fails(db, false, connection -> {
            connection.setAutoCommit(false);
            insert(connection);
            connection.commit();
            throw new IllegalStateException("then it fails");
        });

        assertThat(db.query("select id from t")).containsExactly("1");
        assertThat(failure.rolledBack()).isFalse();
        assertThat(failure.getMessage())
                .contains("how much of the statement ran")
                .contains("1 statement of this revision, committed:")
                .doesNotContain("rolled back");
        assertThat(db.query(ROWS)).containsExactly("aa1|upgrading");
        db.execute("delete from t");
        converges(db, false);
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void whatWorkOutsideATransactionDoesNotCommitIsNotCommittedByAccident(TestDb db) throws SQLException {
        MigrationFailedException failure = fails(db, false, connection -> {
            connection.setAutoCommit(false);
            insert(connection);
        });

        assertThat(db.query("select id from t")).isEmpty();
        assertThat(failure.getMessage()).contains("disabled auto-commit and ended without a commit");
        converges(db, false);
    }

    /** SQLite's driver would report success for rows that are lost, and nothing may be recorded in such a transaction. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void workOutsideATransactionCannotBeginOneThatTheDriverDoesNotKnow(TestDb db) throws SQLException {
        for (String sql : List.of(
                "begin",
                "start transaction",
                "savepoint a",
                "set autocommit = 0",
                "insert into t (id) values (3); begin")) {
            MigrationFailedException failure = fails(db, false, connection -> {
                execute(connection, sql);
                insert(connection);
            });

            assertThat(failure.getMessage())
                    .contains("the work \"w\" called \"" + sql + "\"")
                    .contains("call setAutoCommit(false) and commit() instead");
            assertThat(db.query("select id from t")).isEmpty();
            assertThat(db.query(ROWS)).containsExactly("aa1|upgrading");
            converges(db, false);
        }
    }

    /** Its journal entry cannot be written, and so the next run repeats it. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void workThatIsCompleteWhenTheConnectionIsLostIsReportedAsRepeated(TestDb db) throws SQLException {
        boolean postgres = db.database() == POSTGRESQL;
        MigrationFailedException failure = fails(db, false, connection -> {
            insert(connection);
            String id = TestDb.query(connection, postgres ? "select pg_backend_pid()" : "select connection_id()")
                    .get(0);
            db.execute(postgres ? "select pg_terminate_backend(" + id + ")" : "kill " + id);
        });

        assertThat(failure.getMessage())
                .contains("1 statement of this revision, committed:")
                .contains("next run repeats it from its beginning")
                .contains("continues with statement 2")
                .doesNotContain("statement 3");
        assertThat(db.query("select id from t")).containsExactly("1");
        assertThat(db.query("select progress, in_flight from retort_revision")).containsExactly("1|begun");
        db.execute("delete from t");
        converges(db, false);
    }

    /** Nothing else tells that a transaction is open. It is committed with the journal entry of the statement. */
    @OnDatabases({MARIADB, MYSQL})
    void aTransactionThatAProcedureLeavesOpenIsNotLost(TestDb db) throws SQLException {
        db.execute("create procedure leave_open() begin start transaction; insert into t (id) values (1); end");
        String call = "call leave_open()";
        retort(db, false, connection -> execute(connection, call)).upgrade("head");
        assertThat(db.query("select id from t")).containsExactly("1");
        assertThat(db.query(ROWS)).containsExactly("aa1|applied");

        RevisionInfo info =
                new RevisionInfo("aa2", List.of("aa1"), List.of(), List.of(), "states", null, false, "revisions.aa2");
        RevisionCode second = new RevisionCode(info, () -> op -> op.execute(call, "delete from t"));
        Retort.on(db.dataSource(), List.of(() -> List.of(revision(false, StepStatesTests::insert), second)))
                .upgrade("head");
        assertThat(db.query("select id from t")).containsExactly("1", "1");
        assertThat(db.query(ROWS)).containsExactly("aa1|applied", "aa2|applied");
    }

    @OnDatabases({POSTGRESQL, MARIADB, SQLITE})
    void workThatCommitsBehindTheGuardIsFoundOut(TestDb db) throws SQLException {
        AtomicReference<Connection> real = new AtomicReference<>();
        Retort retort = retort(capturing(db.dataSource(), real), revision(true, connection -> {
            insert(connection);
            real.get().commit();
            throw new IllegalStateException("then it fails");
        }));

        MigrationFailedException failure =
                catchThrowableOfType(MigrationFailedException.class, () -> retort.upgrade("head"));

        assertThat(db.query("select id from t")).containsExactly("1");
        assertThat(failure.rolledBack()).isFalse();
        assertThat(failure.getMessage()).contains("it had committed part of its changes");
        assertThat(db.query(ROWS)).containsExactly("aa1|upgrading");
        db.execute("delete from t");
        converges(db);
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void statementsThatEndTransactionsAreRefusedInEveryRevision(TestDb db) {
        for (String header : List.of("", "-- transactional: false\n")) {
            for (String sql :
                    List.of("begin", "commit", "start transaction", "set autocommit = 0", "set session autocommit=1")) {
                RevisionCode code = SqlRevisions.parse(
                        "-- revision: bb1\n" + header + "\n-- upgrade\ncreate table u (id integer);\n" + sql
                                + ";\n-- downgrade\n",
                        "db/revisions/bb1_x.sql",
                        Map.of());
                assertThatThrownBy(() -> retort(db.dataSource(), code).upgrade("head"))
                        .as(sql)
                        .isInstanceOf(RetortException.class)
                        .isNotInstanceOf(MigrationFailedException.class)
                        .hasMessageContaining("contains \"" + sql + "\"")
                        .hasMessageContaining("Nothing was run");
            }
        }
    }

    /** PostgreSQL, H2 and HSQLDB run several statements of one text, and would commit half of the revision. */
    @OnDatabases({POSTGRESQL, H2, HSQLDB})
    void aCommitAmongOtherStatementsOfOneTextIsRefused(TestDb db) {
        for (boolean transactional : List.of(true, false)) {
            RevisionInfo info = new RevisionInfo(
                    "bb1", List.of(), List.of(), List.of(), "texts", null, transactional, "revisions.bb1");
            Migration migration = op -> {
                op.execute("create table u (id integer)");
                op.execute("insert into u values (1); commit; insert into u values (2)");
            };
            assertThatThrownBy(() -> retort(db.dataSource(), new RevisionCode(info, () -> migration))
                            .upgrade("head"))
                    .isInstanceOf(RetortException.class)
                    .isNotInstanceOf(MigrationFailedException.class)
                    .hasMessageContaining("; commit; ")
                    .hasMessageContaining("Nothing was run");
        }
    }

    @OnDatabases({POSTGRESQL, H2})
    void aListenerThatThrowsChangesNothing(TestDb db) throws SQLException {
        Retort retort = retort(db, true, StepStatesTests::insert).with(new RunListener() {
            @Override
            public void begin(String database, int total) {
                throw new IllegalStateException("begin");
            }

            @Override
            public void before(io.retort.run.PreparedStep step, int number, int total) {
                throw new AssertionError("before");
            }

            @Override
            public void after(StepReport report, int number, int total) {
                throw new StackOverflowError("after");
            }

            @Override
            public void progress(String text) {
                throw new IllegalStateException("progress");
            }

            @Override
            public void end(Throwable failure) {
                throw new IllegalStateException("end");
            }
        });

        assertThat(retort.with(RetortOptions.STANDARD.withTransaction(TransactionScope.RUN))
                        .upgrade("head")
                        .steps())
                .hasSize(1);
        assertThat(db.query(ROWS)).containsExactly("aa1|applied");
    }

    /** Gives the work the real connection, as unwrapping does. */
    private static DataSource capturing(DataSource source, AtomicReference<Connection> last) {
        return (DataSource) Proxy.newProxyInstance(
                StepStatesTests.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    Object result = method.invoke(source, arguments);
                    if (result instanceof Connection connection) {
                        last.set(connection);
                    }
                    return result;
                });
    }

    private static MigrationFailedException fails(TestDb db, boolean transactional, Code work) {
        Throwable thrown = catchThrowable(() -> retort(db, transactional, work).upgrade("head"));
        assertThat(thrown).isInstanceOf(MigrationFailedException.class);
        return (MigrationFailedException) thrown;
    }

    private static boolean rollsDdlBack(TestDb db) {
        return db.database() == POSTGRESQL || db.database() == SQLITE;
    }

    private static void nothingIsLeftOfTheWork(TestDb db) throws SQLException {
        if (rollsDdlBack(db)) {
            assertThat(db.query(ROWS)).isEmpty();
            assertThatThrownBy(() -> db.query("select id from t")).isInstanceOf(SQLException.class);
        } else {
            assertThat(db.query(ROWS)).containsExactly("aa1|upgrading");
            assertThat(db.query("select id from t")).isEmpty();
        }
    }

    private static void converges(TestDb db) throws SQLException {
        converges(db, true);
    }

    private static void converges(TestDb db, boolean transactional) throws SQLException {
        retort(db, transactional, StepStatesTests::insert).upgrade("head");
        assertThat(db.query(ROWS)).containsExactly("aa1|applied");
        assertThat(db.query("select id from t")).containsExactly("1");
        db.execute("drop table t", "delete from retort_revision");
    }

    private static void insert(Connection connection) throws SQLException {
        execute(connection, "insert into t (id) values (1)");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Retort retort(TestDb db, boolean transactional, Code work) {
        return retort(db.dataSource(), revision(transactional, work));
    }

    private static Retort retort(DataSource dataSource, RevisionCode code) {
        return Retort.on(dataSource, List.of(() -> List.of(code)));
    }

    private static RevisionCode revision(boolean transactional, Code work) {
        Migration migration = op -> {
            op.execute("create table t (id integer)", "drop table t");
            op.work("w", work);
        };
        RevisionInfo info = new RevisionInfo(
                "aa1", List.of(), List.of(), List.of(), "states", null, transactional, "revisions.aa1");
        return new RevisionCode(info, () -> migration);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
