package io.retort.testkit;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.testkit.engine.H2Engine;
import io.retort.testkit.engine.MySqlEngine;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class ServerSlotTests {

    private static final DatabaseProduct NOWHERE = new DatabaseProduct.Server(
            MySqlEngine::new,
            () -> {
                throw new IOException("no Docker engine found");
            },
            () -> {
                throw new IOException("no binaries");
            });

    private static Settings settings(Map<String, String> properties) {
        return Settings.from(properties::get, false);
    }

    @Test
    void aDatabaseThatCannotBeHadAbortsWithTheReasonOfEachWay() {
        assertThatThrownBy(() -> new ServerSlot(NOWHERE).server(MARIADB, settings(Map.of())))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("mariadb cannot be had: docker: no Docker engine found; embedded: no binaries");
    }

    @Test
    void aRequiredDatabaseThatCannotBeHadFails() {
        assertThatThrownBy(
                        () -> new ServerSlot(NOWHERE).server(MARIADB, settings(Map.of("testdb.require", "h2,mariadb"))))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("mariadb cannot be had");
    }

    @Test
    void dockerFailsAndDoesNotFallBack() {
        assertThatThrownBy(() -> new ServerSlot(NOWHERE).server(MARIADB, settings(Map.of("testdb", "docker"))))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("mariadb cannot be had: docker: no Docker engine found");
    }

    @Test
    void anOwnServerThatDoesNotAnswerFailsAndDoesNotFallBack() {
        Settings settings = settings(Map.of("testdb.mariadb.url", "jdbc:mariadb://127.0.0.1:1/"));

        assertThatThrownBy(() -> new ServerSlot(NOWHERE).server(MARIADB, settings))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("mariadb cannot be had: ");
    }

    @OnDatabases(MARIADB)
    void anOwnServerIsUsedWhereThereIsOne(TestDb db) throws SQLException {
        Settings settings =
                settings(Map.of("testdb.mariadb.url", db.url(), "testdb.mariadb.user", db.user(), "testdb", "docker"));

        DatabaseServer own = new ServerSlot(NOWHERE).server(MARIADB, settings);

        assertThat(own.provider()).isEqualTo(Provider.OWN);
        assertThat(own.version()).isEqualTo(db.server().version());
        try (TestDb fresh = own.newDatabase()) {
            assertThat(fresh.query("select database()")).isNotEqualTo(db.query("select database()"));
        }
    }

    @Test
    void aDatabaseLeftOutIsNotStartedEvenIfRequired() {
        Settings settings = settings(Map.of("testdb.only", "h2", "testdb.require", "mariadb"));

        assertThatThrownBy(() -> new ServerSlot(NOWHERE).server(MARIADB, settings))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("mariadb is left out by -Dtestdb.only");
    }

    @Test
    void theServerIsStartedOnce() {
        AtomicInteger starts = new AtomicInteger();
        ServerSlot slot = new ServerSlot(new DatabaseProduct.InProcess(() -> {
            starts.incrementAndGet();
            return new H2Engine();
        }));

        DatabaseServer first = slot.server(H2, settings(Map.of()));

        assertThat(slot.server(H2, settings(Map.of()))).isSameAs(first);
        assertThat(starts).hasValue(1);
        assertThat(first).asString().matches("h2 2\\.\\d+\\.\\d+ in process");
    }

    @Test
    void aStartThatFailedIsNotTriedAgain() {
        AtomicInteger starts = new AtomicInteger();
        ServerSlot slot = new ServerSlot(new DatabaseProduct.Server(
                MySqlEngine::new,
                () -> {
                    starts.incrementAndGet();
                    throw new IOException("no");
                },
                () -> {
                    throw new IOException("no");
                }));

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> slot.server(MARIADB, settings(Map.of()))).isInstanceOf(TestAbortedException.class);
        }
        assertThat(starts).hasValue(1);
    }
}
