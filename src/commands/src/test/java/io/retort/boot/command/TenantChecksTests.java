package io.retort.boot.command;

import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.command.tenant.app.ManyTenants;
import io.retort.error.ExitStatus;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} for all tenants names those that differ. */
class TenantChecksTests {

    @TempDir
    Path folder;

    @OnDatabases(POSTGRESQL)
    void tenantsThatDifferAreNamed(TestDb db) throws Exception {
        for (String tenant : new String[] {"north", "south", "west"}) {
            db.execute("create schema " + tenant);
        }
        tool(db, "upgrade");
        ToolInside.Answer same = tool(db, "check --all-tenants");
        assertThat(same.seen()).contains("Tenants north, south, west\n");
        ExitStatus status = same.outcome().status();

        db.execute("alter table south.invoice add by_hand int", "drop table west.retort_revision");
        ToolInside.Answer answer = tool(db, "check --all-tenants");

        assertThat(answer.outcome().status()).as(answer.seen()).isNotEqualTo(ExitStatus.OK);
        assertThat(answer.seen())
                .as("after %s", status)
                .contains("Tenant north\n", "Tenant south\n", "Tenant west\n")
                .containsSubsequence("Tenant south\n", "by_hand", "Tenant west\n")
                .contains(" of 3 tenants do not agree: ")
                .contains("For one of them: mvn migrate:check -Dtenant=");
        assertThat(tool(db, "check --all-tenants --json").seen())
                .contains("\"tenants\":[{\"tenant\":\"north\"", "{\"tenant\":\"south\"", "{\"tenant\":\"west\"");
        assertThat(tool(db, "check --tenant=south").seen()).contains("by_hand").doesNotContain("west");
        ToolInside.Answer kept = tool(db, "check --all-tenants --keep-all");
        assertThat(kept.outcome().status()).isEqualTo(ExitStatus.USAGE);
        assertThat(kept.seen()).contains("mvn migrate:check -DkeepAll -Dtenant=north");
        ToolInside.Answer both = tool(db, "check --tenant=south --all-tenants");
        assertThat(both.outcome().status()).isEqualTo(ExitStatus.USAGE);
        assertThat(both.seen()).contains("Leave out -DallTenants.");
    }

    private ToolInside.Answer tool(TestDb db, String command) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.datasource.url", db.url());
        properties.put("spring.datasource.username", db.user());
        properties.put("retort.resources", folder.toString());
        properties.put("retort.sources", folder.toString());
        properties.put("retort.locations", "classpath:units/billing");
        properties.put("retort.tenants.schemas", "north,south,west");
        properties.put("retort.interactive", "false");
        return new ToolInside(ManyTenants.class, properties).run(command);
    }
}
