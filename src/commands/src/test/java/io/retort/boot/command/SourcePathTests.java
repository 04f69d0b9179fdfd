package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.command.story.StoryApplication;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.json.JsonParserFactory;

/**
 * In JSON, the place of a finding or failure is a file that an editor opens, if the project has it, and the path on the
 * class path in a packaged application.
 */
class SourcePathTests {

    private static final String FILE = "db/revisions/a1_x.sql";

    @TempDir
    Path folder;

    @Test
    void aFileOfTheProjectIsItsPath() throws IOException {
        String written = write("src/main/resources");
        write("target/classes");

        assertThat(lint()).isEqualTo(written);
        assertThat(sarif()).isEqualTo(written);
        assertThat(failure("upgrade")).isEqualTo(written);
        assertThat(failure("upgrade --tenant=nope")).isEqualTo("null");
        listed(written);
        Files.writeString(Path.of(written), "-- revision: a1\n-- parents:\nselect 1;\n");
        Files.writeString(folder.resolve("target/classes").resolve(FILE), "-- revision: a1\n-- parents:\nselect 1;\n");
        assertThat(failure("history")).isEqualTo(written);
    }

    @Test
    void withoutTheProjectItIsThePathOnTheClassPath() throws IOException {
        write("target/classes");

        assertThat(lint()).isEqualTo(FILE);
        assertThat(sarif()).isEqualTo(FILE);
        assertThat(failure("upgrade")).isEqualTo(FILE);
        listed(FILE);
    }

    @Test
    void aReplayNamesTheFileToCorrect() throws IOException {
        String written = replayed("src/main/resources");
        replayed("target/classes");

        assertThat(json("replay").get("missingDeclarations").toString()).contains("location=" + written);
        assertThat(text("replay")).contains(", in " + written + ":");
        Files.delete(Path.of(written));
        assertThat(json("replay").get("missingDeclarations").toString()).contains("location=" + FILE);
        assertThat(text("replay")).contains(", in " + FILE + ":");
    }

    private String replayed(String root) throws IOException {
        Path file = Path.of(write(root));
        Files.writeString(file, """
                -- revision: a1
                -- message: x
                -- upgrade
                create table t (id int);
                -- downgrade
                drop table t;
                """);
        return file.toString();
    }

    private void listed(String place) {
        for (String command : List.of("history", "show a1", "heads")) {
            assertThat(json(command).values().toString()).as(command).contains("location=" + place);
        }
        for (String command : List.of("history --verbose", "show a1", "heads --verbose")) {
            assertThat(text(command)).as(command).contains("in: " + place + "\n");
        }
    }

    private String write(String root) throws IOException {
        Path file = folder.resolve(root).resolve(FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                -- revision: a1
                -- message: x
                -- upgrade
                alter table nowhere rename column a to b;
                -- downgrade
                """);
        return file.toString();
    }

    private String lint() {
        List<?> findings =
                (List<?>) json("lint --since=base --database=postgresql").get("findings");
        assertThat(findings).isNotEmpty();
        return String.valueOf(((Map<?, ?>) findings.get(0)).get("location"));
    }

    private String sarif() throws IOException {
        Path file = folder.resolve("lint.sarif");
        json("lint --since=base --database=postgresql --sarif=" + file);
        return Files.readString(file).replaceAll("(?s).*\"uri\":\"([^\"]*)\".*", "$1");
    }

    private String failure(String command) {
        Map<?, ?> failure = (Map<?, ?>) json(command).get("failure");
        return failure.get("where") instanceof Map<?, ?> where ? String.valueOf(where.get("file")) : "null";
    }

    private Map<String, Object> json(String command) {
        String seen = text(command + " --json");
        return JsonParserFactory.getJsonParser()
                .parseMap(seen.lines()
                        .filter(line -> !line.startsWith("! "))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(seen)));
    }

    private String text(String command) {
        return inProject(() -> {
            try (TestDb db = TestDatabase.H2.server().newDatabase()) {
                Map<String, Object> properties = new LinkedHashMap<>();
                properties.put("retort.locations", "classpath:db/revisions");
                properties.put("retort.sources", folder.resolve("src/main/java").toString());
                properties.put(
                        "retort.resources", folder.resolve("src/main/resources").toString());
                return ToolInside.on(db, StoryApplication.class, properties)
                        .run(command)
                        .seen();
            }
        });
    }

    /** The class path of the application is the output folder. */
    private <T> T inProject(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        @Nullable ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.resolve("target/classes").toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            return work.get();
        } catch (IOException e) {
            throw new AssertionError(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
