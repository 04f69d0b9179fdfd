package io.retort.boot.command;

import static io.retort.testkit.TestDatabase.H2;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.command.ToolInside.Answer;
import io.retort.boot.command.story.StoryApplication;
import io.retort.error.ExitStatus;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** No command runs with a location that does not exist; the history would lack revisions without a reason. */
@Tag("long")
class MissingLocationsTests {

    @TempDir
    Path folder;

    @OnDatabases(H2)
    void noCommandRuns(TestDb db) throws Exception {
        Map<String, String> sentences = Map.of(
                "classpath:storry",
                "The location classpath:storry does not exist: there is no such folder.",
                "io.retort.nowhere",
                "The location io.retort.nowhere does not exist: there is no such package.",
                "file:" + folder.resolve("no"),
                "The location file:" + folder.resolve("no") + " does not exist: there is no such folder.");
        for (var missing : sentences.entrySet()) {
            String locations = "classpath:story," + missing.getKey();
            for (String command : List.of(
                    "upgrade heads",
                    "downgrade base",
                    "stamp heads",
                    "repair",
                    "history",
                    "heads",
                    "current",
                    "show heads",
                    "plan heads")) {
                Answer answer = run(db, command, locations);
                assertThat(answer.outcome().status()).as(command).isEqualTo(ExitStatus.USAGE);
                assertThat(answer.seen())
                        .as(command)
                        .contains(missing.getValue(), "Correct retort.locations", "Nothing was run.");
            }
            Answer json = run(db, "history --json", locations);
            assertThat(json.outcome().status()).isEqualTo(ExitStatus.USAGE);
            assertThat(json.seen()).contains("\"problem\"", missing.getValue());
        }
        assertThat(db.query("select count(*) from information_schema.tables where table_name = 'RETORT_REVISION'"))
                .containsExactly("0");
    }

    @OnDatabases(H2)
    void locationsThatExistAreAcceptedInAllForms(TestDb db) {
        for (String locations : List.of(
                "classpath:story",
                "classpath:/story/",
                "classpath*:nowhere",
                "io.retort.boot.command",
                "file:" + folder)) {
            Answer answer = run(db, "upgrade heads", locations);
            assertThat(answer.seen()).as(locations).doesNotContain("does not exist");
        }
    }

    private static Answer run(TestDb db, String command, String locations) {
        return ToolInside.on(db, StoryApplication.class, Map.of("retort.locations", locations))
                .run(command);
    }
}
