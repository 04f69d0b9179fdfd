package io.retort.boot.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.autoconfigure.shop.ShopApplication;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Complete output of {@code adopt} on a database of Flyway. Lines with {@code >} are SQL executed between commands.
 * {@code -Dgolden.write} rewrites the output.
 */
class AdoptConversationTests {

    private static final Path FILE = Path.of("src/test/resources/conversations/adopting.txt");

    @TempDir
    Path folder;

    @Test
    void goesAsWritten() throws Exception {
        try (TestDb db = TestDatabase.H2.server().newDatabase()) {
            ToolInside tool = new ToolInside(ShopApplication.class, properties(db));
            StringBuilder held = new StringBuilder();
            for (String line : Files.readAllLines(FILE)) {
                if (line.startsWith("#")) {
                    held.append(line).append("\n\n");
                } else if (line.startsWith("> ")) {
                    db.execute(line.substring(2));
                    held.append(line).append("\n\n");
                } else if (line.startsWith("$ ")) {
                    ToolInside.Answer answer = tool.run(line.substring(2));
                    held.append(line).append('\n').append(steady(answer.seen()));
                    held.append(ending(answer)).append('\n');
                }
            }
            keep(held.toString());

            assertThat(held.toString()).isEqualTo(Files.readString(FILE));
        }
    }

    private Map<String, Object> properties(TestDb db) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.datasource.url", db.url());
        properties.put("spring.datasource.username", db.user());
        properties.put("retort.resources", folder.toString());
        properties.put("retort.sources", folder.toString());
        properties.put("retort.locations", "db.revisions,file:" + folder.resolve("db/revisions"));
        properties.put("retort.interactive", "false");
        return properties;
    }

    private static String ending(ToolInside.Answer answer) {
        int code = answer.outcome().status().code();
        return code == 0 ? "" : "[exit " + code + "]\n";
    }

    private String steady(String text) {
        return text.replaceAll("jdbc:h2:mem:\\w+", "jdbc:h2:file:/data/shop")
                .replace(folder.toString(), "/data")
                .replaceAll("H2 2\\.[0-9.]+", "H2 2")
                .replaceAll("\\d+\\.\\d\\d s", "0.00 s");
    }

    private static void keep(String held) throws IOException {
        Files.writeString(
                Files.createDirectories(Path.of("target/conversations")).resolve("adopting.txt"), held);
        if (System.getProperty("golden.write") != null) {
            Files.writeString(FILE, held);
        }
    }
}
