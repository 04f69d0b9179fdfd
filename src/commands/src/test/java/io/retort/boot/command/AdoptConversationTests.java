package io.retort.boot.command;

import io.retort.boot.autoconfigure.shop.ShopApplication;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Complete output of {@code adopt} on a database of Flyway. Lines with {@code >} are SQL executed between commands.
 * {@code -Dgolden.write} rewrites the output.
 */
@Tag("long")
class AdoptConversationTests {

    @TempDir
    Path folder;

    /** A database in memory would end with each command. */
    @TempDir
    Path data;

    @Test
    void goesAsWritten() throws Exception {
        try (TestDb db = TestDatabase.H2.server().newFileDatabase(data)) {
            ToolInside tool = new ToolInside(ShopApplication.class, properties(db));
            new Conversation("adopting").goesAsWritten(tool, db, this::steady);
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

    private String steady(String text) {
        return text.replaceAll("jdbc:h2:file:\\S+?/retort(;AUTO_SERVER=TRUE)?", "jdbc:h2:file:/data/shop")
                .replace(folder.toString(), "/data")
                .replaceAll("H2 2\\.[0-9.]+", "H2 2")
                .replaceAll("\\d+\\.\\d\\d s", "0.00 s");
    }
}
