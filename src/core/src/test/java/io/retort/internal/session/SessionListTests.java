package io.retort.internal.session;

import static io.retort.testkit.TestDatabase.H2;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;

/** Without a second attempt, about 4 of 10,000 lists fail while sessions begin and end. */
@Tag("long")
class SessionListTests {

    private static final int LISTS = 20_000;
    private static final String SESSIONS = "select distinct s.session_id from information_schema.sessions s"
            + " left join information_schema.locks l on l.session_id = s.session_id";

    @OnDatabases(H2)
    void aListDoesNotFailIfASessionEndsMeanwhile(TestDb db) throws SQLException {
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService others = Executors.newFixedThreadPool(3);
        try (Connection connection = db.connect()) {
            for (int i = 0; i < 3; i++) {
                others.submit(() -> {
                    while (!done.get()) {
                        db.connect().close();
                    }
                    return null;
                });
            }
            JdbcQueries queries = new JdbcQueries(connection);
            assertThatCode(() -> {
                        for (int i = 0; i < LISTS; i++) {
                            queries.sessionNames(SESSIONS);
                        }
                    })
                    .doesNotThrowAnyException();
        } finally {
            done.set(true);
            others.shutdown();
        }
    }
}
