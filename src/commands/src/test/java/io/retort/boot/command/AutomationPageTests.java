package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.autoconfigure.shop.ShopApplication;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.json.JsonParserFactory;

/**
 * Runs every block of {@code docs/automation.md}, in order, on one database, and compares the objects with those of the
 * page. {@code -Dgolden.write} rewrites them.
 */
class AutomationPageTests {

    private static final Path PAGE = Path.of("../../docs/automation.md");
    private static final Pattern BLOCKS = Pattern.compile("```sh\n(.*?)```(?:\n\n```json\n(.*?)```)?", Pattern.DOTALL);
    private static final String SHOWN = "8c1d5e7f9a20";
    private static final int WIDTH = 110;

    @TempDir
    Path folder;

    private final Map<String, String> ids = new LinkedHashMap<>();

    @Test
    void everyBlockDoesWhatThePageSays() throws Exception {
        Files.writeString(
                Files.createDirectories(folder.resolve("src/main/resources/db/revisions"))
                        .resolve("3f2a91c07b4e_create_product.sql"),
                """
                -- revision: 3f2a91c07b4e
                -- message: create product
                -- upgrade
                create table product (id bigint not null primary key, title varchar(255));
                -- means: createTable("product", column("id", bigint()).notNull(), column("title", varchar(255)),
                -- means:         primaryKey("id"));
                -- downgrade
                drop table product;
                """);
        String page = Files.readString(PAGE);
        int blocks = 0;
        StringBuilder written = new StringBuilder();
        try (TestDb db = TestDatabase.H2.server().newDatabase()) {
            ToolInside tool = new ToolInside(ShopApplication.class, properties(db));
            tool.run("upgrade");
            db.execute("insert into product values (1, 'Cat food')");
            Matcher block = BLOCKS.matcher(page);
            while (block.find()) {
                String out = run(block.group(1), tool);
                block.appendReplacement(written, Matcher.quoteReplacement(shown(block.group(1), block.group(2), out)));
                blocks++;
            }
            block.appendTail(written);
        }
        if (System.getProperty("golden.write") != null) {
            Files.writeString(PAGE, written);
        }

        assertThat(written.toString()).isEqualTo(page);
        assertThat(blocks).isGreaterThan(8);
    }

    private String shown(String command, @Nullable String expected, String out) {
        if (expected == null) {
            return "```sh\n" + command + "```";
        }
        Object json = JsonParserFactory.getJsonParser().parseMap(steady(out));
        return "```sh\n" + command + "```\n\n```json\n" + pretty(json, "") + "\n```";
    }

    /** Runs the lines of a block; each must succeed if the page does not show its output. */
    private String run(String block, ToolInside tool) throws IOException {
        StringBuilder out = new StringBuilder();
        for (String whole : block.strip().split("\n")) {
            String line = whole.replaceFirst("  # exit \\d$", "");
            String file = line.contains(" > ") ? line.substring(line.lastIndexOf(" > ") + 3) : "";
            String command = file.isEmpty() ? line : line.substring(0, line.lastIndexOf(" > "));
            if (command.startsWith("mvn ")) {
                ToolInside.Answer answer = tool.run(toolCommand(command));
                assertThat(answer.seen().lines()).as(answer.seen()).hasSize(1);
                out.append(answer.seen());
                if (!file.isEmpty()) {
                    assertThat(whole)
                            .endsWith("  # exit " + answer.outcome().status().code());
                }
            } else {
                List<String> words = CommandTokenizer.of(command);
                String text = words.get(0).equals("printf")
                        ? String.join("\n", words.subList(2, words.size()))
                        : words.get(1);
                Files.writeString(folder.resolve(file), real(text) + "\n");
            }
        }
        return out.toString();
    }

    /** The id of the written revision is random; the page has another one. */
    private String real(String text) {
        return ids.isEmpty()
                ? text
                : text.replace(SHOWN, ids.keySet().iterator().next());
    }

    /** {@code mvn migrate:upgrade -Dtarget=x -Djson} is {@code upgrade x --json}. */
    private String toolCommand(String command) {
        List<String> words = new ArrayList<>();
        for (String word : CommandTokenizer.of(command)) {
            if (word.startsWith("migrate:")) {
                words.add(word.substring("migrate:".length()));
            } else if (word.startsWith("-Dtarget=")) {
                words.add(quoted(word.substring("-Dtarget=".length())));
            } else if (word.startsWith("-Danswers=")) {
                words.add("--answers="
                        + quoted(folder.resolve(word.substring("-Danswers=".length()))
                                .toString()));
            } else if (word.startsWith("-D")) {
                String[] option = word.substring(2).split("=", 2);
                String name = option[0].replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
                words.add("--" + name + (option.length == 1 ? "" : "=" + quoted(option[1])));
            }
        }
        return String.join(" ", words);
    }

    private static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private String steady(String text) {
        Matcher id = Pattern.compile("\"id\":\"([0-9a-f]{12})\"").matcher(text);
        while (id.find()) {
            ids.putIfAbsent(id.group(1), SHOWN);
        }
        String steady = text.replace("\"file\":\"" + folder + "/", "\"file\":\"")
                // the application of the page has its revisions on the class path, not in a folder
                .replace("in                 " + folder + "/src/main/resources/", "in                 ")
                .replace("this one in " + folder + "/src/main/resources/", "this one in ")
                .replace(folder + "/", "")
                .replaceAll("jdbc:h2:mem:\\w+", "jdbc:h2:file:/data/shop")
                .replaceAll("_COPY_\\d+_\\d+", "_COPY_1_0")
                .replaceAll("H2 2\\.[0-9.]+", "H2 2")
                .replaceAll("\"milliseconds\":\\d+", "\"milliseconds\":1");
        for (Map.Entry<String, String> random : ids.entrySet()) {
            steady = steady.replace(random.getKey(), random.getValue());
        }
        return steady;
    }

    private Map<String, Object> properties(TestDb db) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.datasource.url", db.url());
        properties.put("spring.datasource.username", db.user());
        properties.put("retort.locations", "file:" + folder.resolve("src/main/resources/db/revisions"));
        properties.put("retort.sources", folder.resolve("src/main/java").toString());
        properties.put("retort.resources", folder.resolve("src/main/resources").toString());
        properties.put("retort.classes", folder.toString());
        properties.put("retort.interactive", "false");
        return properties;
    }

    private static String pretty(@Nullable Object value, String indent) {
        String line = line(value);
        if (line.length() + indent.length() <= WIDTH || !(value instanceof Map || value instanceof List)) {
            return line;
        }
        String deeper = indent + "  ";
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> deeper + line(entry.getKey()) + ": " + pretty(entry.getValue(), deeper))
                    .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
        }
        return ((List<?>) value)
                .stream()
                        .map(each -> deeper + pretty(each, deeper))
                        .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
    }

    private static String line(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> line(entry.getKey()) + ": " + line(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(AutomationPageTests::line).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof String text
                ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"'
                : String.valueOf(value);
    }
}
