package io.retort.boot.command;

import io.retort.boot.command.tenant.app.ManyTenants;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Complete output of commands on an application with ten tenants on PostgreSQL. Lines with {@code >} are SQL executed
 * between commands. {@code -Dgolden.write} rewrites the output.
 */
class TenantConversationTests {

    @TempDir
    Path folder;

    @Test
    void goesAsWritten() throws Exception {
        try (TestDb db = TestDatabase.POSTGRESQL.server().newDatabase()) {
            ToolInside tool = new ToolInside(ManyTenants.class, properties(db));
            new Conversation("tenants").goesAsWritten(tool, db, text -> steady(text, db));
        }
    }

    private Map<String, Object> properties(TestDb db) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.datasource.url", db.url());
        properties.put("spring.datasource.username", db.user());
        properties.put("retort.resources", folder.toString());
        properties.put("retort.sources", folder.toString());
        properties.put("retort.locations", "classpath:units/billing");
        properties.put(
                "retort.tenants.query",
                "select nspname from pg_namespace where nspname like 'tenant\\_%' order by nspname");
        properties.put("retort.tenants.parallelism", "1");
        properties.put("retort.interactive", "false");
        return properties;
    }

    private String steady(String text, TestDb db) {
        return text.replace(db.url(), "[postgresql]")
                .replace(folder.toString(), "[folder]")
                .replaceAll("PostgreSQL [0-9.]+", "PostgreSQL 18")
                .replaceAll("\"milliseconds\":\\d+", "\"milliseconds\":0")
                .replaceAll("\\d+\\.\\d\\d s", "0.00 s");
    }
}
