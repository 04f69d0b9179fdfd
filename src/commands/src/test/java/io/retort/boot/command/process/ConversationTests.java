package io.retort.boot.command.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.autoconfigure.shop.ShopApplication;
import io.retort.boot.command.ToolInside;
import io.retort.boot.command.story.StoryApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the commands of conversations on one database file; some conversations start a JVM for each command.
 *
 * <p>A conversation is a file in {@code src/test/resources/conversations}. The command follows {@code $}, messages
 * follow {@code !}, then come the data and, unless it is 0, the exit code. The actual output is written to
 * {@code target/conversations}, so that you can review and copy it after an intended change.
 */
@Tag("long")
class ConversationTests {

    private static final String STORY = "classpath:story,db.revisions";
    private static final String SHOP = "io.retort.boot.autoconfigure.revisions,classpath:db/revisions";

    /** A URL without a database. */
    private static final String AWAY = "jdbc:postgresql://127.0.0.1:1/shop";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "looking",
                "moving",
                "stamping",
                "mistakes",
                "machines",
                "writing",
                "daily",
                "joining",
                "scripting",
                "linting",
                "odd"
            })
    void goesAsWritten(String name) throws Exception {
        String written = Files.readString(Path.of("src/test/resources/conversations", name + ".txt"));
        StringJoiner held = new StringJoiner("\n", "", "\n");
        for (String line : written.lines().toList()) {
            if (line.startsWith("#")) {
                held.add(line);
            } else if (line.startsWith("$ ")) {
                held.add(line);
                answer(name, line.substring(2)).forEach(held::add);
                held.add("");
            }
        }
        keep(name, held.toString());

        assertThat(held.toString().strip()).isEqualTo(written.strip());
    }

    @Test
    void writesAScriptForADatabaseThatIsAway() throws Exception {
        ToolProcess script = run("upgrade mail@head --sql", AWAY);
        assertThat(script.exit()).isZero();
        assertThat(script.out()).startsWith("create table retort_revision").contains("begin;\nalter table account");

        ToolProcess current = run("current", AWAY);
        assertThat(current.exit()).isEqualTo(1);
        assertThat(current.talk().lines())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).startsWith("Cannot connect to " + AWAY + " as sa: "));
    }

    private ToolProcess run(String command, String url) throws Exception {
        return run(StoryApplication.class, STORY, command, url);
    }

    private ToolProcess run(Class<?> application, String locations, String command, String url) throws Exception {
        Map<String, String> properties = new HashMap<>(properties(locations, url));
        properties.put("retort.command", command);
        return ToolProcess.run(application, folder, properties);
    }

    private Map<String, String> properties(String locations, String url) throws IOException {
        return Map.of(
                "retort.locations",
                locations,
                "retort.sources",
                folder.toString(),
                "retort.resources",
                folder.toString(),
                "retort.classes",
                Files.createDirectories(folder.resolve("classes")).toString(),
                "spring.datasource.url",
                url,
                "spring.datasource.username",
                "sa",
                "spring.datasource.hikari.connection-timeout",
                "1000");
    }

    private List<String> answer(String conversation, String command) throws Exception {
        String url = conversation.equals("scripting") ? AWAY : "jdbc:h2:file:" + folder.resolve("shop");
        String answer = switch (conversation) {
            case "mistakes", "machines" -> answer(run(command, url));
            case "writing", "daily" -> answer(run(ShopApplication.class, SHOP, command, url));
            case "odd" -> answer(properties("classpath:odd", url), command);
            default -> answer(properties(STORY, url), command);
        };
        return steady(answer).lines().map(String::stripTrailing).toList();
    }

    private static String answer(ToolProcess tool) {
        assertThat(tool.result()).containsEntry("exit", String.valueOf(tool.exit()));
        return answer(tool.talk().lines().map(line -> "! " + line), tool.out().lines(), tool.exit());
    }

    /** Runs a command in this JVM: starting one takes longer than most commands. */
    private static String answer(Map<String, String> properties, String command) {
        ToolInside.Answer answer = new ToolInside(StoryApplication.class, new HashMap<>(properties)).run(command);
        Map<Boolean, List<String>> lines =
                answer.seen().lines().collect(Collectors.partitioningBy(line -> line.startsWith("! ")));
        return answer(
                lines.get(true).stream(),
                lines.get(false).stream(),
                answer.outcome().status().code());
    }

    private static String answer(Stream<String> messages, Stream<String> data, int exit) {
        Stream<String> ending = exit == 0 ? Stream.empty() : Stream.of("[exit " + exit + "]");
        return Stream.of(messages, data, ending).flatMap(lines -> lines).collect(Collectors.joining("\n"));
    }

    /** Replaces values that differ between runs. */
    private String steady(String text) {
        return text.replace(folder.toString(), "/data")
                .replaceAll("retort_scratch_[0-9a-f]+", "retort_scratch_0")
                .replaceAll("H2 2\\.[0-9.]+", "H2 2")
                .replaceAll("\\d+\\.\\d\\d s", "0.00 s")
                .replaceAll("current_user, \\d+\\)", "current_user, 0)")
                .replaceAll("\"milliseconds\":\\d+", "\"milliseconds\":0")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:]+\\.\\d{1,9}Z", "2026-01-01T00:00:00Z");
    }

    private static void keep(String name, String held) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/conversations"));
        Files.writeString(folder.resolve(name + ".txt"), held);
    }
}
