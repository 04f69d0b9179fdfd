package io.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.Retort;
import io.retort.boot.internal.scan.ScannedRevisions;
import io.retort.error.RetortException;
import java.net.ConnectException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class UpgradeWaitTests {

    private final DataSource database =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private final Retort other = retort(database);
    private final List<Duration> pauses = new ArrayList<>();
    private final Deque<Runnable> meanwhile = new ArrayDeque<>();

    @Test
    void doesNotWaitForWhatIsDone() {
        other.upgrade("head");

        assertThat(wait("head").await(retort(database)).upToDate()).isTrue();
        assertThat(pauses).isEmpty();
    }

    @Test
    void looksAgainUntilNothingIsPending() {
        meanwhile.add(() -> other.upgrade("1a2b3c4d5e6f"));
        meanwhile.add(() -> other.upgrade("head"));

        assertThat(wait("head").await(retort(database)).upToDate()).isTrue();
        assertThat(pauses).hasSize(2).containsOnly(Duration.ofSeconds(1));
    }

    @Test
    void isContentWithItsTarget() {
        meanwhile.add(() -> other.upgrade("1a2b3c4d5e6f"));

        assertThat(wait("1a2b3c4d5e6f").await(retort(database)).upToDate()).isFalse();
        assertThat(pauses).hasSize(1);
    }

    @Test
    void givesUpWhenTheTimeIsOver() {
        assertThatThrownBy(() -> wait("head").await(retort(database)))
                .isInstanceOf(RetortException.class)
                .hasMessageContainingAll(
                        "Timed out after 3 s",
                        "1a2b3c4d5e6f (create product)",
                        "the command `upgrade head`",
                        "The option `wait.timeout` sets");
        assertThat(pauses).hasSize(3);
    }

    @Test
    void waitsForADatabaseThatIsNotUpYet() {
        Gate gate = new Gate(new SQLNonTransientConnectionException("refused", "08001", new ConnectException()));
        other.upgrade("head");
        meanwhile.add(() -> gate.failure = null);

        assertThat(wait("head").await(retort(gate)).upToDate()).isTrue();
        assertThat(pauses).hasSize(1);
    }

    @Test
    void doesNotWaitForAPasswordToBecomeRight() {
        Gate gate = new Gate(new SQLException("wrong password", "28000"));

        assertThatThrownBy(() -> wait("head").await(retort(gate))).hasMessageContaining("wrong password");
        assertThat(pauses).isEmpty();
    }

    private UpgradeWait wait(String target) {
        return new UpgradeWait(target, Duration.ofSeconds(3), Duration.ofSeconds(1), time -> {
            pauses.add(time);
            if (!meanwhile.isEmpty()) {
                meanwhile.poll().run();
            }
        });
    }

    private static Retort retort(DataSource dataSource) {
        return Retort.on(
                dataSource,
                List.of(new ScannedRevisions(
                        List.of("io.retort.boot.autoconfigure.revisions", "classpath:history"),
                        Map.of(),
                        new DefaultResourceLoader())));
    }

    /** A data source that throws the given failure, as long as there is one. */
    private final class Gate extends AbstractDataSource {

        private SQLException failure;

        Gate(SQLException failure) {
            this.failure = failure;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (failure != null) {
                throw failure;
            }
            return database.getConnection();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }
}
