package io.retort.reliability;

import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.reliability.process.Instance;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Java work calls {@code System.exit}, which runs shutdown hooks. The process fails whatever the status was, nothing of the
 * work is committed, and the next start continues.
 */
class ExitInWorkTests {

    @TempDir
    Path folder;

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void commitsNothingAndIsFinishedByTheNextStart(TestDb db) throws Exception {
        exitAndGoOn(db, "exiting-0");
    }

    @OnDatabases({POSTGRESQL, MARIADB})
    void withAnotherStatusToo(TestDb db) throws Exception {
        exitAndGoOn(db, "exiting-9");
    }

    /** A signal is not the revision's doing: its status says who ended the process. */
    @OnDatabases({POSTGRESQL, MARIADB})
    void aSignalKeepsItsStatus(TestDb db) throws Exception {
        try (Instance sleeping = Instance.start(db, "sleeping")) {
            assertThat(sleeping.awaitLine("sleeping")).as(sleeping.text()).isTrue();
            sleeping.terminate();
            assertThat(sleeping.exit()).as(sleeping.text()).isEqualTo(128 + 15);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"H2", "SQLITE"})
    void inAFileToo(TestDatabase database) throws Exception {
        exitAndGoOn(database.server().newFileDatabase(folder), "exiting-0");
    }

    private static void exitAndGoOn(TestDb db, String history) throws Exception {
        try (Instance exiting = Instance.start(db, history)) {
            assertThat(exiting.exit()).as(exiting.text()).isEqualTo(1);
            assertThat(exiting.text()).contains("a hook ran", "System.exit was called while Retort was running");
        }
        assertThat(db.query("select id from first_one")).isEmpty();
        boolean whole = db.database() == POSTGRESQL || db.database() == SQLITE;
        assertThat(db.query("select id, state from retort_revision order by id"))
                .containsExactlyElementsOf(
                        whole
                                ? java.util.List.of("0000cafe|applied")
                                : java.util.List.of("0000cafe|applied", "0001cafe|upgrading"));
        try (Instance next = Instance.start(db, "staying")) {
            assertThat(next.exit()).as(next.text()).isZero();
        }
        assertThat(db.query("select id from first_one")).containsExactly("1");
        assertThat(db.query("select id from next_one")).containsExactly("2");
        assertThat(db.query("select id, state from retort_revision order by id"))
                .containsExactly("0000cafe|applied", "0001cafe|applied");
    }
}
