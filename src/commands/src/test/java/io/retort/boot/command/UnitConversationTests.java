package io.retort.boot.command;

import io.retort.boot.command.unit.app.TwoDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Complete output of commands on an application with an H2 and a PostgreSQL database. {@code -Dgolden.write} rewrites
 * the output.
 */
class UnitConversationTests {

    @TempDir
    Path folder;

    /** A database in memory would end with each command. */
    @TempDir
    Path data;

    @Test
    void goesAsWritten() throws Exception {
        try (TestDb shop = TestDatabase.H2.server().newFileDatabase(data);
                TestDb billing = TestDatabase.POSTGRESQL.server().newDatabase()) {
            ToolInside tool = new ToolInside(TwoDatabases.class, properties(shop, billing));
            new Conversation("units").goesAsWritten(tool, billing, text -> steady(text, billing));
        }
    }

    private Map<String, Object> properties(TestDb shop, TestDb billing) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("shop.url", shop.url());
        properties.put("shop.user", shop.user());
        properties.put("billing.url", billing.url());
        properties.put("billing.user", billing.user());
        properties.put("retort.resources", folder.toString());
        properties.put("retort.sources", folder.toString());
        properties.put("retort.units.shop.data-source", "shopDataSource");
        properties.put("retort.units.shop.locations", "classpath:units/shop");
        properties.put("retort.units.billing.data-source", "billingDataSource");
        properties.put("retort.units.billing.locations", "classpath:units/billing");
        properties.put("retort.units.billing.order", "2");
        properties.put("retort.interactive", "false");
        return properties;
    }

    private String steady(String text, TestDb billing) {
        return text.replaceAll("jdbc:h2:file:\\S+?/retort(;AUTO_SERVER=TRUE)?", "[h2]")
                .replace(billing.url(), "[postgresql]")
                .replace(folder.toString(), "[folder]")
                .replaceAll("H2 2\\.[0-9.]+", "H2 2")
                .replaceAll("PostgreSQL [0-9.]+", "PostgreSQL 18")
                .replaceAll("\"milliseconds\":\\d+", "\"milliseconds\":0")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:]+\\.\\d{1,9}Z", "2026-01-01T00:00:00Z")
                .replaceAll("\\d+\\.\\d\\d s", "0.00 s");
    }
}
