package io.retort.run;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.retort.Retort;
import io.retort.RetortOptions;
import io.retort.migration.Operations;
import io.retort.operation.Statement.Work.Code;
import io.retort.revision.RevisionInfo;
import io.retort.run.FaultInjector.Fault;
import io.retort.run.FaultInjector.Kind;
import io.retort.run.RunListener.Retry;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import io.retort.testkit.TestSeed;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;
import org.junit.jupiter.api.Tag;

/** Pools with one connection. Some close it when a statement fails with certain codes; all must get it back unchanged. */
@Tag("long")
class PoolsTests {

    private static final Map<TestDatabase, String> SESSION = Map.of(
            POSTGRESQL, "select pg_backend_pid()",
            MARIADB, "select connection_id()",
            MYSQL, "select connection_id()",
            H2, "select session_id()",
            HSQLDB, "call session_id()",
            SQLITE, "select 1");

    /** Statements that fail with a feature that is not supported, or run into a timeout. */
    private static final Map<TestDatabase, String> CLOSING = Map.of(
            POSTGRESQL, "create table u (id integer, check (id in (select 1)))",
            MARIADB, "signal sqlstate '0A000' set message_text = 'not here'",
            MYSQL, "signal sqlstate '0A000' set message_text = 'not here'",
            H2, "update t set id = (select sum(x * x) from system_range(1, 100000000000))",
            HSQLDB, "call refuse()",
            SQLITE, "insert into nowhere values (1)");

    private static final Map<TestDatabase, String> SAYS = Map.of(
            POSTGRESQL, "cannot use subquery in check constraint",
            MARIADB, "not here",
            MYSQL, "not here",
            H2, "canceled",
            HSQLDB, "not here",
            SQLITE, "no such table: nowhere");

    private static final Map<TestDatabase, String> END_SESSION = Map.of(
            POSTGRESQL, "select pg_terminate_backend(pg_backend_pid())",
            MARIADB, "kill connection_id()",
            MYSQL, "kill connection_id()");

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aStatementThatAPoolTakesForABrokenConnectionIsReportedAndTheConnectionGoesBack(TestDb db) throws Exception {
        if (db.database() == HSQLDB) {
            db.execute(
                    "create procedure refuse() begin atomic signal sqlstate '0A000' set message_text = 'not here'; end");
        }
        for (Pool pool : pools(db)) {
            try (pool) {
                List<String> before = pool.state(SESSION.get(db.database()));
                Retort retort = retort(pool.source(), op -> {
                    op.execute("create table t (id integer)", "drop table t");
                    op.execute("insert into t values (1)", "delete from t");
                    op.execute(CLOSING.get(db.database()), "delete from t");
                });

                MigrationFailedException failure =
                        catchThrowableOfType(MigrationFailedException.class, () -> retort.upgrade("head"));

                assertThat(failure.getMessage())
                        .as(pool.name())
                        .contains("statement 3 of 3")
                        .containsIgnoringCase(SAYS.get(db.database()))
                        .contains("connection         answers")
                        .doesNotContain("connection is lost");
                assertThat(pool.state(SESSION.get(db.database())))
                        .as(pool.name())
                        .isEqualTo(before);
                reset(db);
            }
        }
    }

    /** Statements must pass through a proxy, which may observe them. Then the pool below it closes the connection. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void theReportNamesTheErrorForWhichAPoolBelowAProxyClosedTheConnection(TestDb db) throws Exception {
        for (Pool pool : pools(db)) {
            try (pool) {
                List<String> before = pool.state("select 1");
                Retort retort = retort(proxy(pool.source()), op -> op.execute(CLOSING.get(db.database()), "select 1"));

                MigrationFailedException failure =
                        catchThrowableOfType(MigrationFailedException.class, () -> retort.upgrade("head"));

                assertThat(failure.getMessage())
                        .as(pool.name())
                        .contains(SAYS.get(db.database()))
                        .contains("Correct revisions.aa1 and run it again")
                        .doesNotContain("Check that the database is running");
                assertThat(pool.state("select 1")).as(pool.name()).isEqualTo(before);
                reset(db);
            }
        }
    }

    private static DataSource proxy(DataSource pool) {
        return (DataSource) Proxy.newProxyInstance(
                PoolsTests.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, given) -> method.getName().equals("getConnection")
                        ? proxy(pool.getConnection())
                        : method.invoke(pool, given));
    }

    private static Connection proxy(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                PoolsTests.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, given) -> {
                    try {
                        return method.invoke(connection, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void whatFailingWorkSetsOnItsConnectionDoesNotReachThePool(TestDb db) throws Exception {
        Code work = connection -> {
            if (db.database() != SQLITE && db.database() != HSQLDB) {
                connection.setHoldability(
                        connection.getHoldability() == ResultSet.HOLD_CURSORS_OVER_COMMIT
                                ? ResultSet.CLOSE_CURSORS_AT_COMMIT
                                : ResultSet.HOLD_CURSORS_OVER_COMMIT);
            }
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            if (db.database() != HSQLDB) {
                connection.setNetworkTimeout(Runnable::run, 12_345);
            }
            if (db.database() == MARIADB || db.database() == MYSQL) {
                connection.setCatalog("information_schema");
            }
            if (db.database() != SQLITE) {
                connection.setReadOnly(true);
            }
            throw new IllegalStateException("after that");
        };
        for (Pool pool : pools(db)) {
            try (pool) {
                List<String> before = pool.state(SESSION.get(db.database()));

                MigrationFailedException failure = catchThrowableOfType(
                        MigrationFailedException.class,
                        () -> retort(pool.source(), op -> op.work("w", work)).upgrade("head"));

                assertThat(failure.getMessage()).as(pool.name()).contains("after that");
                assertThat(pool.state(SESSION.get(db.database())))
                        .as(pool.name())
                        .isEqualTo(before);
                reset(db);
            }
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void aPoolDoesNotLendALostConnection(TestDb db) throws Exception {
        for (Pool pool : pools(db)) {
            if (!pool.name().equals("HikariCP")) {
                pool.close();
                continue;
            }
            try (pool) {
                pool.state(SESSION.get(db.database()));

                MigrationFailedException failure = catchThrowableOfType(
                        MigrationFailedException.class,
                        () -> retort(pool.source(), op -> op.execute(END_SESSION.get(db.database()), "select 1"))
                                .upgrade("head"));

                assertThat(failure.getMessage()).contains("connection         lost");
                assertThat(pool.state(SESSION.get(db.database()))).hasSize(8);
                reset(db);
            }
        }
    }

    /** H2 reports a lock timeout with an exception after which HikariCP closes the connection. */
    @OnDatabases(H2)
    void aLockTimeoutIsRetriedOnTheConnectionOfAPool(TestDb db) throws Exception {
        db.execute("create table busy (id integer)", "insert into busy values (1)");
        for (Pool pool : pools(db)) {
            try (pool;
                    Connection blocker = db.connect()) {
                blocker.setAutoCommit(false);
                blocker.createStatement().execute("update busy set id = id");
                RunListener releasing = new RunListener() {
                    @Override
                    public void retrying(Retry retry) {
                        try {
                            blocker.rollback();
                        } catch (SQLException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                };
                DdlTimeouts quick = new DdlTimeouts(Duration.ofMillis(200), Duration.ZERO, Duration.ofSeconds(30));

                Retort retort = retort(
                                pool.source(), op -> op.execute("update busy set id = 2", "update busy set id = 1"))
                        .with(RetortOptions.STANDARD.withDdl(quick))
                        .with(releasing);

                assertThat(retort.upgrade("head").steps()).hasSize(1);
                assertThat(db.query("select id from busy")).as(pool.name()).containsExactly("2");
                db.execute("drop table retort_revision", "update busy set id = 1");
            }
        }
    }

    /**
     * A fault at any call of a run leaves the pool's connection as it came, and no lock on it: another instance can run at
     * once. A sample each day; all with {@code -Dretort.full=true}.
     */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void noFaultLeavesTheLockOnAPooledConnection(TestDb db) throws Exception {
        List<RevisionCode> history = SeamHistory.revisions(db.database());
        RetortOptions impatient = RetortOptions.STANDARD.withLockTimeout(Duration.ZERO);
        Retort other = Retort.on(db.dataSource(), List.of(() -> history)).with(impatient);
        other.upgrade("head");
        other.downgrade("base");
        FaultInjector counting = new FaultInjector(db.dataSource(), Fault.NONE);
        Retort.on(counting.dataSource(), List.of(() -> history)).upgrade("head");
        other.downgrade("base");
        List<Fault> faults = faults(counting.seams());
        for (Fault fault : faults) {
            try (Pool pool = hikari(db, url(db), true)) {
                List<String> before = pool.attributes();
                FaultInjector injector = new FaultInjector(pool.source(), fault);
                Throwable thrown = catchThrowable(() -> Retort.on(injector.dataSource(), List.of(() -> history))
                        .with(RetortOptions.STANDARD.withLockTimeout(Duration.ofSeconds(3)))
                        .upgrade("head"));
                Thread.interrupted();
                String where = injector.where() + "\n" + thrown;

                assertThat(pool.attributes()).as(where).isEqualTo(before);
                Throwable refused = catchThrowable(() -> other.upgrade("head"));
                assertThat(refused).as(where).isNull();
                assertThat(catchThrowable(() -> other.downgrade("base")))
                        .as(where)
                        .isNull();
            }
        }
        assertThat(faults).hasSizeGreaterThan(5);
    }

    /** Every call but the end of a connection, which the pool's close is; a broken connection is not returned. */
    private static List<Fault> faults(List<String> seams) {
        List<Fault> faults = new ArrayList<>();
        for (int seam = 1; seam <= seams.size(); seam++) {
            if (!seams.get(seam - 1).startsWith("connection.close")) {
                faults.add(new Fault(seam, true, Kind.SQL_EXCEPTION));
                faults.add(new Fault(seam, true, Kind.ERROR));
                faults.add(new Fault(seam, false, Kind.SQL_EXCEPTION));
            }
        }
        Collections.shuffle(faults, new Random(TestSeed.of("seam.seed")));
        return Boolean.getBoolean("retort.full") ? faults : faults.subList(0, 12);
    }

    private static String url(TestDb db) {
        return db.url().startsWith("jdbc:mysql:")
                ? db.url() + (db.url().contains("?") ? "&" : "?") + "allowPublicKeyRetrieval=true"
                : db.url();
    }

    private static void reset(TestDb db) throws SQLException {
        db.execute("drop table if exists t", "drop table if exists retort_revision");
    }

    private static Retort retort(DataSource source, Consumer<Operations> upgrade) {
        RevisionInfo info =
                new RevisionInfo("aa1", List.of(), List.of(), List.of(), "pools", null, false, "revisions.aa1");
        RevisionCode code = new RevisionCode(info, () -> upgrade::accept);
        return Retort.on(source, List.of(() -> List.of(code)))
                .with(RetortOptions.STANDARD.withDdl(
                        new DdlTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ZERO)));
    }

    /**
     * A pool.
     *
     * @param name its name
     * @param source the pool
     * @param closing closes it
     */
    private record Pool(String name, DataSource source, AutoCloseable closing) implements AutoCloseable {

        /** What the next user of a connection gets. */
        List<String> state(String session) throws SQLException {
            try (Connection connection = source.getConnection()) {
                List<String> state = new ArrayList<>(attributes(connection));
                state.addAll(TestDb.query(connection, session));
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
                return state;
            }
        }

        List<String> attributes() throws SQLException {
            try (Connection connection = source.getConnection()) {
                return attributes(connection);
            }
        }

        private static List<String> attributes(Connection connection) throws SQLException {
            return List.of(
                    "auto-commit " + connection.getAutoCommit(),
                    "read-only " + connection.isReadOnly(),
                    "holdability " + connection.getHoldability(),
                    "isolation " + connection.getTransactionIsolation(),
                    "catalog " + connection.getCatalog(),
                    "schema " + connection.getSchema(),
                    "network timeout " + connection.getNetworkTimeout());
        }

        @Override
        public void close() throws Exception {
            closing.close();
        }
    }

    private static List<Pool> pools(TestDb db) {
        String url = url(db);
        return List.of(hikari(db, url, true), hikari(db, url, false), dbcp(db, url), tomcat(db, url));
    }

    private static Pool hikari(TestDb db, String url, boolean autoCommit) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(db.user());
        config.setPassword(db.password());
        config.setMaximumPoolSize(1);
        config.setAutoCommit(autoCommit);
        config.setConnectionTimeout(5_000);
        HikariDataSource pool = new HikariDataSource(config);
        return new Pool(autoCommit ? "HikariCP" : "HikariCP without auto-commit", pool, pool);
    }

    private static Pool dbcp(TestDb db, String url) {
        BasicDataSource pool = new BasicDataSource();
        pool.setUrl(url);
        pool.setUsername(db.user());
        pool.setPassword(db.password());
        pool.setMaxTotal(1);
        pool.setMaxWait(Duration.ofSeconds(5));
        return new Pool("DBCP", pool, pool);
    }

    private static Pool tomcat(TestDb db, String url) {
        PoolProperties properties = new PoolProperties();
        properties.setUrl(url);
        properties.setUsername(db.user());
        properties.setPassword(db.password());
        properties.setMaxActive(1);
        properties.setInitialSize(0);
        properties.setMaxWait(5_000);
        org.apache.tomcat.jdbc.pool.DataSource pool = new org.apache.tomcat.jdbc.pool.DataSource(properties);
        return new Pool("Tomcat", pool, pool::close);
    }
}
