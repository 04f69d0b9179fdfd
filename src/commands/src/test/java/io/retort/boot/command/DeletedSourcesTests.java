package io.retort.boot.command;

import static io.retort.testkit.TestDatabase.H2;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.command.ToolInside.Answer;
import io.retort.boot.command.story.StoryApplication;
import io.retort.error.ExitStatus;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** No command runs a revision that exists only as a stale copy of the build. */
@Tag("long")
class DeletedSourcesTests {

    private static final String COPY = "target/classes/story/b2000000_add_email.sql";
    private static final String REASON = "The revision b2000000 (add email) exists only in " + COPY
            + ": its source file was deleted, but Maven did not delete this copy.";

    @OnDatabases(H2)
    void nothingRunsOrIsWrittenAndLookingWarns(TestDb db) throws Exception {
        for (String command : List.of(
                "upgrade heads",
                "upgrade heads --sql",
                "downgrade base",
                "stamp heads",
                "script",
                "repair",
                "merge --message=x",
                "revision --empty --message=x")) {
            Answer answer = run(db, command, "target/classes/other/x.sql\n" + COPY);
            assertThat(answer.outcome().status()).as(command).isEqualTo(ExitStatus.FAILED);
            assertThat(answer.seen()).as(command).contains(REASON, "mvn clean", "-Dmigrate.checkSources=false");
        }
        assertThat(db.query("select count(*) from information_schema.tables where table_name = 'RETORT_REVISION'"))
                .containsExactly("0");
        for (String command : List.of("history", "heads", "branches", "show heads", "current", "plan heads")) {
            Answer answer = run(db, command, COPY);
            assertThat(answer.outcome().status()).as(command).isEqualTo(ExitStatus.OK);
            assertThat(answer.seen()).as(command).contains("! Warning: " + REASON);
        }
    }

    @OnDatabases(H2)
    void otherLeftCopiesAreNoMatter(TestDb db) {
        Answer answer = run(db, "upgrade heads", "target/classes/other/b2000000_add_email.sql");

        assertThat(answer.outcome().status()).as(answer.seen()).isEqualTo(ExitStatus.OK);
    }

    private static Answer run(TestDb db, String command, String deleted) {
        return ToolInside.on(
                        db,
                        StoryApplication.class,
                        Map.of("retort.locations", "classpath:story", "retort.deleted-sources", deleted))
                .run(command);
    }
}
