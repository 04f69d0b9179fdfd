package io.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.error.RetortException;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** {@code retort.mode=verify} on databases that fail verification for reasons other than pending revisions. */
class VerifyModeTests {

    @TempDir
    Path folder;

    @Test
    void startsOnADatabaseThatIsAsTheRevisionsSay() throws Exception {
        try (TestDb db = TestDatabase.H2.server().newDatabase()) {
            write("aa1", "", "create table shelf (id int)");
            start(db, "upgrade");
            write("aa1", "", "create table   shelf /* for books */ (id int)");

            assertThat(start(db, "verify")).isEmpty();
        }
    }

    @Test
    void refusesARevisionThatWasEditedAfterItRan() throws Exception {
        try (TestDb db = TestDatabase.H2.server().newDatabase()) {
            write("aa1", "", "create table shelf (id int)");
            start(db, "upgrade");
            write("aa1", "", "create table shelf (id bigint)");
            List<String> before = notes(db);

            assertThat(start(db, "verify"))
                    .contains(
                            "Revisions were edited after they ran on H2",
                            "aa1 (aa1) in ",
                            "  - create table shelf (id int)",
                            "  + create table shelf (id bigint)",
                            "accept them as they are: the command `repair`.");
            assertThat(notes(db)).isEqualTo(before);
            assertThat(start(db, "upgrade")).isEmpty();
        }
    }

    @Test
    void refusesTwoHeadsUnlessBothAreMeant() throws Exception {
        try (TestDb db = TestDatabase.H2.server().newDatabase()) {
            write("aa1", "", "create table shelf (id int)");
            write("bb2", "aa1", "create table board (id int)");
            write("cc3", "aa1", "create table nail (id int)");
            start(db, "upgrade", "retort.target=heads");

            assertThat(start(db, "verify"))
                    .contains("The history has 2 heads", "bb2 (bb2)", "cc3 (cc3)", "the option `target=heads`");
            assertThat(start(db, "verify", "retort.target=heads")).isEmpty();
        }
    }

    @Test
    void refusesARevisionThatIsHalfDoneAndLeavesItSo() throws Exception {
        try (TestDb db = TestDatabase.H2.server().newDatabase()) {
            write("aa1", "", "create table shelf (id int);\ninsert into nowhere values (1)");
            assertThat(start(db, "upgrade")).contains("Revision aa1 (aa1) failed");
            List<String> before = notes(db);

            assertThat(start(db, "verify"))
                    .contains(
                            "has a partially applied revision: aa1 (aa1): partially applied, 1 of 2 statements",
                            "Finish it first: the command `upgrade head`.");
            assertThat(notes(db)).isEqualTo(before).containsExactly("aa1|upgrading|1");

            write("aa1", "", "create table shelf (id int);\ninsert into shelf values (1)");
            assertThat(start(db, "upgrade")).isEmpty();
            assertThat(start(db, "verify")).isEmpty();
        }
    }

    @Test
    void refusesARevisionThatIsInFlightAndLeavesTheDecisionToARun() throws Exception {
        try (TestDb db = TestDatabase.H2.server().newDatabase()) {
            write("aa1", "", "create table shelf (id int);\ncreate table board (id int)");
            start(db, "upgrade");
            db.execute("update retort_revision set state = 'upgrading', progress = 1, in_flight = 'begun'");

            assertThat(start(db, "verify"))
                    .contains("has a partially applied revision: aa1 (aa1)", "the command `upgrade head`");
            assertThat(db.query("select in_flight from retort_revision")).containsExactly("begun");
        }
    }

    private void write(String id, String parent, String upgrade) throws IOException {
        Files.writeString(
                folder.resolve(id + ".sql"),
                "-- revision: " + id + "\n" + (parent.isEmpty() ? "" : "-- parent: " + parent + "\n") + "-- message: "
                        + id + "\n-- upgrade\n" + upgrade + ";\n-- downgrade\n");
    }

    private static List<String> notes(TestDb db) throws Exception {
        return db.query("select id, state, progress from retort_revision order by id");
    }

    /** Returns the failure that stopped the start; empty if there was none. */
    private String start(TestDb db, String mode, String... properties) {
        StringBuilder said = new StringBuilder();
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, RetortAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + db.url(),
                        "spring.datasource.username=sa",
                        "retort.locations=file:" + folder,
                        "retort.mode=" + mode)
                .withPropertyValues(properties)
                .run(context -> {
                    for (Throwable at = context.getStartupFailure(); at != null; at = at.getCause()) {
                        if (at instanceof RetortException) {
                            said.append(at.getMessage());
                            return;
                        }
                    }
                    assertThat(context).hasNotFailed();
                });
        return said.toString();
    }
}
