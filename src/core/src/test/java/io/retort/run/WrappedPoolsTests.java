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
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.migration.Operations;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** A HikariCP pool of one connection, below the wrappers that applications and observability libraries put around it. */
@Tag("long")
class WrappedPoolsTests {

    private static final Map<TestDatabase, String> SESSION = Map.of(
            POSTGRESQL, "select pg_backend_pid()",
            MARIADB, "select connection_id()",
            MYSQL, "select connection_id()",
            H2, "select session_id()",
            HSQLDB, "call session_id()",
            SQLITE, "select 1");

    private static final Map<TestDatabase, String> SETTING = Map.of(
            POSTGRESQL, "show search_path",
            MARIADB, "select @@session.sql_mode",
            MYSQL, "select @@session.sql_mode",
            H2, "select schema()",
            HSQLDB, "call current_schema",
            SQLITE, "pragma foreign_keys");

    private static final Map<TestDatabase, String> CHANGES_SETTING = Map.of(
            POSTGRESQL, "set search_path = pg_catalog",
            MARIADB, "set session sql_mode = 'ANSI_QUOTES'",
            MYSQL, "set session sql_mode = 'ANSI_QUOTES'",
            H2, "set schema information_schema",
            HSQLDB, "set schema information_schema",
            SQLITE, "pragma foreign_keys = on");

    private static final Map<TestDatabase, String> ENDS_SESSION = Map.of(
            POSTGRESQL, "select pg_terminate_backend(pg_backend_pid())",
            MARIADB, "kill connection_id()",
            MYSQL, "kill connection_id()");

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void theSessionIsRestored(TestDb db) throws Exception {
        for (Wrapped wrapped : all(db, sql -> false)) {
            try (wrapped) {
                String before = wrapped.query(SETTING.get(db.database()));
                String session = wrapped.query(SESSION.get(db.database()));
                String change = CHANGES_SETTING.get(db.database());

                retort(wrapped.source(), true, op -> {
                            op.execute(change, change);
                            op.work("work", connection -> execute(connection, change));
                        })
                        .upgrade("head");

                assertThat(wrapped.query(SETTING.get(db.database())))
                        .as(wrapped.name())
                        .isEqualTo(before);
                assertThat(wrapped.query(SESSION.get(db.database())))
                        .as(wrapped.name())
                        .isEqualTo(session);
                db.execute("drop table retort_revision");
            }
        }
    }

    /** While one instance runs, another one is refused, and can run as soon as the first has ended. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void theLockIsHeldDuringTheRunAndReleasedAfterIt(TestDb db) throws Exception {
        for (Wrapped wrapped : all(db, sql -> false)) {
            try (wrapped) {
                List<Throwable> refused = new ArrayList<>();
                Retort other = retort(db.dataSource(), false, op -> op.execute("create table t (id integer)"));
                retort(wrapped.source(), false, op -> {
                            op.work("work", connection -> refused.add(catchThrowable(() -> other.upgrade("head"))));
                            op.execute("create table t (id integer)", "drop table t");
                        })
                        .upgrade("head");

                assertThat(refused).as(wrapped.name()).hasSize(1);
                assertThat(refused.get(0)).as(wrapped.name()).isInstanceOf(RetortException.class);
                assertThat(((RetortException) refused.get(0)).status())
                        .as(wrapped.name())
                        .isEqualTo(ExitStatus.NOT_LOCKED);
                db.execute("drop table t", "drop table retort_revision");
                other.upgrade("head");
                db.execute("drop table t", "drop table retort_revision");
            }
        }
    }

    /** The session still has the lock. It must end, and the pool must lend another one at once. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void aSessionThatKeepsTheLockIsDiscarded(TestDb db) throws Exception {
        for (Wrapped wrapped : all(db, WrappedPoolsTests::releasesTheLock)) {
            try (wrapped) {
                String session = wrapped.query(SESSION.get(db.database()));

                retort(wrapped.source(), true, op -> op.execute("create table t (id integer)", "drop table t"))
                        .upgrade("head");

                assertThat(wrapped.failed()).as(wrapped.name()).isTrue();
                assertThat(wrapped.query(SESSION.get(db.database())))
                        .as(wrapped.name())
                        .isNotEqualTo(session);
                db.execute("drop table t", "drop table retort_revision");
                retort(db.dataSource(), false, op -> op.execute("create table t (id integer)"))
                        .upgrade("head");
                db.execute("drop table t", "drop table retort_revision");
            }
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void aLostConnectionIsNotLentAgain(TestDb db) throws Exception {
        for (Wrapped wrapped : all(db, sql -> false)) {
            try (wrapped) {
                String session = wrapped.query(SESSION.get(db.database()));

                MigrationFailedException failure = catchThrowableOfType(
                        MigrationFailedException.class,
                        () -> retort(
                                        wrapped.source(),
                                        false,
                                        op -> op.execute(ENDS_SESSION.get(db.database()), "select 1"))
                                .upgrade("head"));

                assertThat(failure.getMessage()).as(wrapped.name()).contains("connection         lost");
                assertThat(wrapped.query(SESSION.get(db.database())))
                        .as(wrapped.name())
                        .isNotEqualTo(session);
                db.execute("drop table retort_revision");
            }
        }
    }

    private static boolean releasesTheLock(String sql) {
        return sql.contains("pg_advisory_unlock")
                || sql.contains("release_lock")
                || sql.startsWith("drop table") && sql.contains("_lock");
    }

    private static Retort retort(DataSource source, boolean transactional, Consumer<Operations> upgrade) {
        RevisionInfo info =
                new RevisionInfo("aa1", List.of(), List.of(), List.of(), "pools", null, transactional, "revisions.aa1");
        RevisionCode code = new RevisionCode(info, () -> upgrade::accept);
        return Retort.on(source, List.of(() -> List.of(code)))
                .with(RetortOptions.STANDARD.withLockTimeout(Duration.ZERO));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * A pool below a wrapper.
     *
     * @param name the wrapper
     * @param source the wrapper's data source
     * @param pool the pool
     * @param failure whether a statement has failed
     */
    private record Wrapped(String name, DataSource source, HikariDataSource pool, AtomicBoolean failure)
            implements AutoCloseable {

        /** Queries with the connection that the next user of the pool gets. */
        String query(String sql) throws SQLException {
            try (Connection connection = pool.getConnection()) {
                return TestDb.query(connection, sql).get(0);
            }
        }

        boolean failed() {
            return failure.get();
        }

        @Override
        public void close() {
            pool.close();
        }
    }

    /** Returns each wrapper with a pool of its own, whose driver fails at some statements. */
    private static List<Wrapped> all(TestDb db, Predicate<String> failing) {
        Map<String, Wrapping> wrappers = new LinkedHashMap<>();
        wrappers.put("none", pool -> pool);
        wrappers.put("proxy of the data source", pool -> proxy(DataSource.class, pool, pool::getConnection));
        wrappers.put(
                "proxy of data source and connections",
                pool -> proxy(
                        DataSource.class,
                        pool,
                        () -> proxy(Connection.class, pool.getConnection(), WrappedPoolsTests::none)));
        wrappers.put("LazyConnectionDataSourceProxy", LazyConnectionDataSourceProxy::new);
        wrappers.put("TransactionAwareDataSourceProxy", TransactionAwareDataSourceProxy::new);
        wrappers.put("DelegatingDataSource", DelegatingDataSource::new);
        wrappers.put(
                "LazyConnectionDataSourceProxy of a proxy",
                pool -> new LazyConnectionDataSourceProxy(new TransactionAwareDataSourceProxy(pool)));
        List<Wrapped> all = new ArrayList<>();
        wrappers.forEach((name, wrapping) -> {
            AtomicBoolean failure = new AtomicBoolean();
            HikariConfig config = new HikariConfig();
            config.setDataSource(failing(db, failing, failure));
            config.setMaximumPoolSize(1);
            config.setMinimumIdle(0);
            config.setConnectionTimeout(5_000);
            HikariDataSource pool = new HikariDataSource(config);
            all.add(new Wrapped(name, wrapping.around(pool), pool, failure));
        });
        return all;
    }

    private interface Wrapping {
        DataSource around(HikariDataSource pool);
    }

    private interface Given {
        @Nullable
        Object get() throws SQLException;
    }

    private static @Nullable Object none() {
        return null;
    }

    /** A proxy that forwards every call, but returns another object for {@code getConnection}. */
    private static <T> T proxy(Class<T> type, T target, Given connection) {
        return type.cast(Proxy.newProxyInstance(
                WrappedPoolsTests.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, given) ->
                        method.getName().equals("getConnection") ? connection.get() : forward(target, method, given)));
    }

    /** A driver whose statements fail where asked, as far as the pool and Retort see. */
    private static DataSource failing(TestDb db, Predicate<String> failing, AtomicBoolean failure) {
        return proxy(DataSource.class, db.dataSource(), () -> {
            Connection real = db.connect();
            return Proxy.newProxyInstance(
                    WrappedPoolsTests.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (self, method, given) -> {
                        Object result = forward(real, method, given);
                        return result instanceof Statement statement
                                        && method.getName().equals("createStatement")
                                ? failing(statement, failing, failure)
                                : result;
                    });
        });
    }

    private static Object failing(Statement real, Predicate<String> failing, AtomicBoolean failure) {
        return Proxy.newProxyInstance(
                WrappedPoolsTests.class.getClassLoader(), new Class<?>[] {Statement.class}, (self, method, given) -> {
                    if (method.getName().startsWith("execute")
                            && given != null
                            && given[0] instanceof String sql
                            && failing.test(sql)) {
                        failure.set(true);
                        throw new SQLException("the lock is not released", "HY000", 4711);
                    }
                    return forward(real, method, given);
                });
    }

    private static @Nullable Object forward(Object target, Method method, Object @Nullable [] given) throws Throwable {
        try {
            return method.invoke(target, given);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
