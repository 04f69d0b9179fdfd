package io.retort.boot.command.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.command.story.StoryApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan shows the statements of SQL revisions without the passwords in them. */
@Tag("long")
class PlannedPasswordsTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"plan heads", "plan heads --json", "upgrade heads --plan"})
    void aPlanHasNoPassword(String command) throws Exception {
        Files.createDirectories(folder.resolve("sql"));
        Files.writeString(
                folder.resolve("sql/aa000001_create_users.sql"),
                "-- revision: aa000001\n-- message: create users\n\n-- upgrade\n"
                        + "create user leaker password 'S3cr3t-Pw;x';\n"
                        + "create user other\n  password 'S3cr3t-Pw2' admin;\n"
                        + "\n-- downgrade\ndrop user leaker;\n");

        ToolProcess tool = ToolProcess.run(
                StoryApplication.class,
                folder,
                Map.of(
                        "retort.command",
                        command,
                        "retort.locations",
                        "file:" + folder.resolve("sql"),
                        "retort.interactive",
                        "false",
                        "spring.datasource.url",
                        "jdbc:h2:file:" + folder.resolve("users")));

        assertThat(tool.exit()).as(tool.talk()).isZero();
        assertThat(tool.talk() + tool.out())
                .contains("create user leaker", "create user other")
                .doesNotContain("S3cr3t");
    }
}
