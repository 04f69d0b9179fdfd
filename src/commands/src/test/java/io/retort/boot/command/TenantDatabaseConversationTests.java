package io.retort.boot.command;

import io.retort.boot.command.tenant.routed.RoutedTenants;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Complete output of commands on an application with a database for each tenant on PostgreSQL. Lines with {@code >} are
 * SQL executed between commands. {@code -Dgolden.write} rewrites the output.
 */
class TenantDatabaseConversationTests {

    @TempDir
    Path folder;

    @Test
    void goesAsWritten() throws Exception {
        try (TestDb oneil = TestDatabase.POSTGRESQL.server().newDatabase();
                TestDb shop = TestDatabase.POSTGRESQL.server().newDatabase()) {
            ToolInside tool = new ToolInside(RoutedTenants.class, properties(oneil, shop));
            new Conversation("tenant-databases").goesAsWritten(tool, oneil, text -> steady(text, oneil, shop));
        }
    }

    private Map<String, Object> properties(TestDb oneil, TestDb shop) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("test.user", oneil.user());
        tenant(properties, 0, "o'neil", oneil.url());
        tenant(properties, 1, "shop$eu", shop.url());
        tenant(properties, 2, "unreachable one", "jdbc:postgresql://localhost:1/gone");
        properties.put("retort.resources", folder.toString());
        properties.put("retort.sources", folder.toString());
        properties.put("retort.locations", "classpath:units/billing");
        properties.put("retort.tenants.bean", "dataSource");
        properties.put("retort.tenants.parallelism", "1");
        properties.put("retort.interactive", "false");
        return properties;
    }

    private static void tenant(Map<String, Object> properties, int number, String name, String url) {
        properties.put("test.tenant" + number + ".name", name);
        properties.put("test.tenant" + number + ".url", url);
    }

    private String steady(String text, TestDb oneil, TestDb shop) {
        return text.replace(oneil.url(), "[o'neil]")
                .replace(shop.url(), "[shop$eu]")
                .replaceAll("jdbc:postgresql://\\S+/retort_scratch_\\w+", "[scratch]")
                .replace(folder.toString(), "[folder]")
                .replaceAll("PostgreSQL [0-9.]+", "PostgreSQL 18")
                .replaceAll("\"milliseconds\":\\d+", "\"milliseconds\":0")
                .replaceAll("\\d+\\.\\d\\d s", "0.00 s");
    }
}
