package io.retort.internal.execute;

import static io.retort.internal.execute.Fleet.revision;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.retort.Retort;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.run.RunListener;
import io.retort.run.StepReport;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;

/** Simulates a pooler in transaction mode: connections whose session changes. */
class SharedSessionTests {

    private final Fleet fleet = new Fleet();

    @AfterEach
    void stop() {
        fleet.close();
    }

    @OnDatabases({POSTGRESQL, MARIADB})
    void twoRunsOnOneSessionAreNoticed(TestDb db) throws Exception {
        try (Connection session = db.connect()) {
            DataSource pooler = pooler(new AtomicReference<>(session));
            Fleet.Gate gate = new Fleet.Gate();
            RevisionCode slow = revision("a1", "", op -> op.work("wait", gate.code()));
            Future<?> first = fleet.start(
                    () -> Retort.on(pooler, List.of(() -> List.of(slow))).upgrade("head"));
            gate.awaitReached();

            Retort second = Retort.on(pooler, List.of(() -> List.of(slow)));
            RetortException refused = catchThrowableOfType(RetortException.class, () -> second.upgrade("head"));
            gate.open();
            first.get();

            assertThat(refused.what()).contains("PgBouncer with pool_mode = transaction");
            assertThat(refused.action()).contains("the option `url`");
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB})
    void aSessionThatIsExchangedUnderTheRunStopsIt(TestDb db) throws Exception {
        try (Connection one = db.connect();
                Connection other = db.connect()) {
            AtomicReference<Connection> session = new AtomicReference<>(one);
            RevisionCode before = revision("a1", "", op -> op.work("take a while", c -> Thread.sleep(1_100)));
            RevisionCode after = revision("b2", "a1", op -> op.execute("create table account (id integer)"));
            Retort retort = Retort.on(pooler(session), List.of(() -> List.of(before, after)))
                    .with(new RunListener() {
                        @Override
                        public void after(StepReport report, int number, int total) {
                            session.set(other);
                        }
                    });

            RetortException refused = catchThrowableOfType(RetortException.class, () -> retort.upgrade("head"));

            assertThat(refused.status()).isEqualTo(ExitStatus.NOT_LOCKED);
            assertThat(refused.what()).contains("This connection no longer holds the lock");
            assertThat(db.query("select id from retort_revision")).containsExactly("a1");
        }
    }

    private static DataSource pooler(AtomicReference<Connection> session) {
        Connection client = proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("close")) {
                return null;
            }
            try {
                return method.invoke(session.get(), arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                return client;
            }
            throw new SQLException("not played: " + method.getName());
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
