package io.retort.boot.command;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.command.story.StoryApplication;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.json.JsonParserFactory;

/**
 * One rule for all JSON: a reader gets the text as the user wrote it, and a terminal that shows the line is safe. The
 * oracle is the text that this test wrote into the files.
 */
class HostileTextTests {

    private static final String LONG = "x".repeat(990) + " the end";

    private static final List<String> MESSAGES = List.of(
            "</script><script>alert(1)</script>",
            "right \u202e to left \u05e9\u05dc\u05d5\u05dd \u2066isolated\u2069",
            "\u001b[31mred\u001b[0m \u001b]0;title\u0007 \u009b2J",
            "zero\u200bwidth \ufeff\u00ad\u2028line\u2029 \ud83d\udc69\u200d\ud83d\udd27 \udb40\udc41",
            "not an escape: \\u001b \\n \"quoted\"",
            LONG);

    private static final List<String> COMMANDS = List.of(
            "history",
            "show heads",
            "heads",
            "branches",
            "plan",
            "upgrade heads",
            "current",
            "blame t0",
            "check",
            "lint --since=base --database=postgresql",
            "report --offline --database=h2 --output=OUT",
            "downgrade base");

    @TempDir
    Path folder;

    @OnDatabases(H2)
    void aReaderGetsTheTextAndATerminalIsSafe(TestDb given) throws IOException {
        checkAll(given);
    }

    @OnDatabases({POSTGRESQL, MARIADB})
    @EnabledIfSystemProperty(named = "retort.full", matches = "true")
    void theyDoOnServersToo(TestDb given) throws IOException {
        checkAll(given);
    }

    private void checkAll(TestDb given) throws IOException {
        List<String> wrong = new ArrayList<>();
        int values = 0;
        for (int i = 0; i < MESSAGES.size(); i++) {
            Path files = Files.createDirectories(folder.resolve("m" + i));
            write(
                    files,
                    "a1",
                    "",
                    MESSAGES.get(i),
                    "create table t0 (" + name(i, given.database()) + " int)",
                    "drop table t0");
            write(
                    files,
                    "b2",
                    "a1",
                    MESSAGES.get(i),
                    "alter table t0 add column n int",
                    "alter table t0 drop column n");
            try (TestDb db = given.server().newDatabase()) {
                for (String command : COMMANDS) {
                    String seen = run(files, db, command + " --json")
                            .lines()
                            .filter(line -> !line.startsWith("! "))
                            .findFirst()
                            .orElse("");
                    safe(seen, command, wrong);
                    List<String> strings =
                            strings(JsonParserFactory.getJsonParser().parseMap(seen));
                    values += strings.size();
                    exact(strings, MESSAGES.get(i), command, wrong);
                }
                String report = Files.readString(files.resolve("out/report.json"));
                safe(report.strip(), "report.json", wrong);
                exact(strings(JsonParserFactory.getJsonParser().parseMap(report)), MESSAGES.get(i), "report", wrong);
                assertThat(report).as("report.json").contains("\"message\":");
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(values).isGreaterThan(300);
    }

    /** A history with an unknown revision as the target of a failure: the sentence has the real, shortened message. */
    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void aFailureHasTheRealTextInShortForm(TestDb given) throws IOException {
        for (int i = 0; i < MESSAGES.size(); i++) {
            Path files = Files.createDirectories(folder.resolve("f" + i));
            write(files, "a1", "", MESSAGES.get(i), "select nothing from nowhere", "");
            try (TestDb db = given.server().newDatabase()) {
                String seen = run(files, db, "upgrade --json");
                String json = seen.lines()
                        .filter(line -> !line.startsWith("! "))
                        .findFirst()
                        .orElse("");
                String text = run(files, db, "upgrade");

                assertThat(json.codePoints()).as(seen).noneMatch(HostileTextTests::isInvisible);
                String problem = String.valueOf(
                        map(JsonParserFactory.getJsonParser().parseMap(json).get("failure"))
                                .get("problem"));
                String shortened = MESSAGES.get(i).equals(LONG)
                        ? LONG.substring(0, 100) + " ... (" + LONG.length() + " characters)"
                        : MESSAGES.get(i);
                assertThat(problem).isEqualTo("Revision a1 (" + shortened + ") failed while upgrading.");
                assertThat(text.replace("\n", "").chars())
                        .as(text)
                        .noneMatch(sign -> sign < ' ' || sign >= 0x202a && sign <= 0x202e || sign == 0x9b);
            }
        }
    }

    private static void safe(String json, String command, List<String> wrong) {
        if (json.codePoints().anyMatch(HostileTextTests::isInvisible)) {
            wrong.add(command + " prints an invisible character: " + json);
        }
    }

    /** A value that contains the first word of the message contains all of its beginning. */
    private static void exact(List<String> strings, String message, String command, List<String> wrong) {
        String beginning = message.substring(0, Math.min(message.length(), 60));
        for (String text : strings) {
            boolean escaped = !message.contains("\\u001b")
                    && Stream.of("\\u001b", "\\u202e", "\\u200b", "\\u2028", "\\ufeff")
                            .anyMatch(text::contains);
            boolean cut = text.startsWith(message.substring(0, 4)) && !text.startsWith(beginning);
            if (escaped || cut) {
                wrong.add(command + " has another text: " + text);
            }
        }
    }

    /** A name in quotes. MariaDB has no names with emoji. */
    private static String name(int i, TestDatabase database) {
        String message = MESSAGES.get(i).replace("\"", "");
        boolean possible = !message.equals(LONG) && (database != MARIADB || message.indexOf('\ud83d') < 0);
        String quote = database == MARIADB ? "`" : "\"";
        return quote + (possible ? message.replaceAll("\\R", "") : "c") + quote;
    }

    private static boolean isInvisible(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static void write(Path files, String id, String parent, String message, String up, String down)
            throws IOException {
        Files.writeString(
                files.resolve(id + "_x.sql"),
                "-- revision: " + id + "\n" + (parent.isEmpty() ? "" : "-- parent: " + parent + "\n") + "-- message: "
                        + message + "\n-- upgrade\n" + up + ";\n-- downgrade\n"
                        + (down.isEmpty() ? "" : down + ";\n"));
    }

    private String run(Path files, TestDb db, String command) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("retort.locations", "file:" + files);
        properties.put("retort.sources", files.toString());
        properties.put("retort.resources", files.toString());
        properties.put("retort.classes", files.toString());
        return ToolInside.on(db, StoryApplication.class, properties)
                .run(command.replace("OUT", files.resolve("out").toString()))
                .seen();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) value;
    }

    private static List<String> strings(@Nullable Object value) {
        List<String> strings = new ArrayList<>();
        if (value instanceof String text) {
            strings.add(text);
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(inner -> strings.addAll(strings(inner)));
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> strings.addAll(strings(inner)));
        }
        return strings;
    }
}
