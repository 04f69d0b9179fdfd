package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.command.tenant.app.ManyTenants;
import io.retort.boot.command.unit.app.TwoDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user wrote is printed as it is, whatever it looks like, and whatever a tenant is called. */
class UnchangedTextTests {

    private static final String MESSAGE = "note \"mvn migrate:upgrade\" and retort.url, retort.table $1 \\n";

    @TempDir
    Path folder;

    /** A database in memory would end with each command. */
    @TempDir
    Path data;

    @Test
    void aMessageIsPrintedUnchangedInAUnit() throws Exception {
        revision("aa1", null, MESSAGE, "create table note (id int)");
        revision("bb2", "aa1", "broken", "insert into nowhere values ('mvn migrate:upgrade sets retort.url')");
        try (TestDb shop = TestDatabase.H2.server().newFileDatabase(data.resolve("shop"));
                TestDb billing = TestDatabase.H2.server().newFileDatabase(data.resolve("billing"))) {
            ToolInside tool = new ToolInside(
                    TwoDatabases.class,
                    Map.of(
                            "shop.url",
                            shop.url(),
                            "shop.user",
                            shop.user(),
                            "billing.url",
                            billing.url(),
                            "billing.user",
                            billing.user(),
                            "retort.units.shop.data-source",
                            "shopDataSource",
                            "retort.units.shop.locations",
                            "file:" + folder,
                            "retort.units.billing.data-source",
                            "billingDataSource",
                            "retort.units.billing.locations",
                            "classpath:units/billing"));

            assertThat(tool.run("history --unit=shop").seen())
                    .contains(
                            "aa1  " + MESSAGE + "  (base)\n",
                            "! Next: mvn migrate:show -Dunit=shop -Dtarget=bb2 shows the details");
            assertThat(tool.run("upgrade aa1 --unit=shop").seen())
                    .contains("aa1 (" + MESSAGE + ")", "! Next: mvn migrate:plan -Dunit=shop shows what is pending.");
            assertThat(tool.run("upgrade --unit=shop").seen())
                    .contains(
                            "insert into nowhere values ('mvn migrate:upgrade sets retort.url')",
                            "run it again: mvn migrate:upgrade -Dunit=shop.");
            assertThat(tool.run("current").seen()).contains("Unit shop", "aa1  " + MESSAGE, "-Dunit=shop");
        }
    }

    @Test
    void aTenantHasANameWithADollarSign() throws Exception {
        revision("aa1", null, MESSAGE, "create table note (id int)");
        revision("bb2", "aa1", "broken", "insert into nowhere values (1)");
        try (TestDb db = TestDatabase.POSTGRESQL.server().newDatabase()) {
            db.execute("create schema \"shop$eu\"");
            db.execute("create schema \"shop$1\"");
            ToolInside tool = new ToolInside(
                    ManyTenants.class,
                    Map.of(
                            "spring.datasource.url",
                            db.url(),
                            "spring.datasource.username",
                            db.user(),
                            "retort.locations",
                            "file:" + folder,
                            "retort.tenants.schemas",
                            "shop$eu,shop$1",
                            "retort.tenants.parallelism",
                            "1"));

            assertThat(tool.run("upgrade aa1 --tenant=shop$eu").seen())
                    .contains(
                            "! Tenant shop$eu\n",
                            "aa1 (" + MESSAGE + ")",
                            "! Next: mvn migrate:plan -Dtenant='shop$eu' shows what is pending.");
            assertThat(tool.run("current --tenant=shop$eu").seen())
                    .contains("Next: mvn migrate:upgrade -Dtenant='shop$eu'\n");
            assertThat(tool.run("upgrade bb2 --tenant=shop$eu").seen())
                    .contains("run it again: mvn migrate:upgrade -Dtenant='shop$eu'.");
            assertThat(tool.run("upgrade").seen()).contains("for one tenant: -Dtenant='shop$eu'.");
        }
    }

    private void revision(String id, String parent, String message, String sql) throws IOException {
        Files.writeString(
                folder.resolve(id + ".sql"),
                "-- revision: " + id + "\n"
                        + (parent == null ? "" : "-- parent: " + parent + "\n")
                        + "-- message: " + message + "\n"
                        + "-- upgrade\n"
                        + sql + ";\n"
                        + "-- downgrade\n");
    }
}
