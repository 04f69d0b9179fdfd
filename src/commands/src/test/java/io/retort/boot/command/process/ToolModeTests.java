package io.retort.boot.command.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.command.hostile.HostileApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts an application that does harm wherever its code runs, in a separate JVM. */
@Tag("long")
class ToolModeTests {

    @TempDir
    Path folder;

    @Test
    void runsTheCommandAndNothingOfTheApplication() throws Exception {
        ToolProcess tool = run("look around");

        assertThat(tool.talk()).doesNotContain("SPOILED").doesNotContain("\tat ");
        assertThat(tool.out().lines())
                .containsExactly("chatter on standard output", "web server: false", "factories: false", "word: around");
        assertThat(tool.exit()).isEqualTo(4);
        assertThat(tool.result()).containsEntry("exit", "4").containsEntry("message", "looked");
    }

    @Test
    void keepsDataApartFromTalk() throws Exception {
        ToolProcess tool = run("look");

        assertThat(tool.talk()).contains("not data");
        assertThat(tool.out()).doesNotContain("not data");
    }

    @Test
    void capturesEveryModelWithItsOwnNamesAndCreatesNoTable() throws Exception {
        ToolProcess tool = run("model");

        assertThat(tool.talk()).doesNotContain("SPOILED").doesNotContain("\tat ");
        assertThat(tool.exit()).isZero();
        assertThat(tool.out())
                .contains("built: customer", "card_number")
                .contains("handmade: LedgerEntry", "entryNumber");
        assertThat(tables()).isEmpty();
    }

    @Test
    void refusesAnUnknownCommandBeforeTheApplicationStarts() throws Exception {
        ToolProcess tool = run("upgrad head");

        assertThat(tool.exit()).isEqualTo(2);
        assertThat(tool.talk())
                .contains("There is no command 'upgrad'.", "look")
                .doesNotContain("SPOILED");
        assertThat(tool.result()).containsEntry("exit", "2");
    }

    @Test
    void refusesAnOptionThatTheCommandDoesNotKnow() throws Exception {
        ToolProcess tool = run("look --fast");

        assertThat(tool.exit()).isEqualTo(2);
        assertThat(tool.talk()).contains("'look' has no option --fast.");
    }

    @Test
    void namesTheLineOfAConfigurationFileThatIsNoYaml() throws Exception {
        Path file = Files.writeString(folder.resolve("broken.yaml"), "spring:\n  jpa: [\n");
        ToolProcess tool = run(
                "look", Map.of("spring.config.additional-location", file.toUri().toString()));

        assertThat(tool.exit()).isEqualTo(1);
        assertThat(tool.talk())
                .startsWith("A YAML file of the application's configuration cannot be read: ")
                .contains("line 3", "Correct the line in application.yaml")
                .doesNotContain("\tat ");
    }

    @Test
    void saysAMistakeInTwoSentences() throws Exception {
        ToolProcess tool = run("refuse");

        assertThat(tool.exit()).isEqualTo(3);
        assertThat(tool.talk().lines()).endsWith("It cannot be done.", "Do something else.");
        assertThat(tool.talk()).doesNotContain("\tat ");
        assertThat(tool.message()).isEqualTo("It cannot be done.");
    }

    @Test
    void saysThatThePasswordIsWrongWithoutSayingIt() throws Exception {
        run("connect");

        for (String command : List.of("connect", "model")) {
            ToolProcess tool = run(command, Map.of("spring.datasource.password", "guess-4711"));
            assertThat(tool.exit()).isEqualTo(1);
            assertThat(tool.talk())
                    .contains("Cannot connect to jdbc:h2:file:", "as sa", "spring.datasource.password")
                    .doesNotContain("guess-4711")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void saysThatTheDatabaseDoesNotExist() throws Exception {
        ToolProcess tool = run("model", Map.of("spring.datasource.url", url() + ";IFEXISTS=TRUE"));

        assertThat(tool.exit()).isEqualTo(1);
        assertThat(tool.talk())
                .contains("Cannot connect to " + url() + " as sa: ", "Create the database")
                .doesNotContain("\tat ");
    }

    @Test
    void isInertWithoutACommand() throws Exception {
        ToolProcess application = ToolProcess.run(HostileApplication.class, folder, Map.of("server.port", "0"));

        assertThat(application.talk()).contains("SPOILED by the code behind run");
        assertThat(application.result()).isEmpty();
    }

    private ToolProcess run(String command) throws Exception {
        return run(command, Map.of());
    }

    private ToolProcess run(String command, Map<String, String> more) throws Exception {
        Map<String, String> properties = new HashMap<>();
        properties.put("probe.command", command);
        properties.put("spring.datasource.url", url());
        properties.put("spring.datasource.username", "sa");
        properties.putAll(more);
        return ToolProcess.run(HostileApplication.class, folder, properties);
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("database");
    }

    private List<String> tables() throws Exception {
        List<String> tables = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url(), "sa", "");
                ResultSet rows = connection.getMetaData().getTables(null, "PUBLIC", null, null)) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME"));
            }
        }
        return tables;
    }
}
