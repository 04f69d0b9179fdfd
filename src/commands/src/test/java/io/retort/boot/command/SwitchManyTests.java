package io.retort.boot.command;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.command.tenant.app.ManyTenants;
import io.retort.boot.command.unit.app.TwoDatabases;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** {@code switch} with several tenants and with several units, each of which decides for itself. */
@Tag("long")
class SwitchManyTests {

    private static final List<String> TENANTS = List.of("north", "south", "west");

    @TempDir
    Path folder;

    /** Two tenants are on the other branch, one of them with a value, and one is not. */
    @OnDatabases({H2, POSTGRESQL})
    void everyTenantIsTakenToTheBranch(TestDb db) throws Exception {
        branches(db);

        ToolInside.Answer plan = tenants(db, "switch --plan");
        assertThat(plan.outcome().status().code()).isZero();
        assertThat(plan.seen())
                .contains("Switch 2 of 3 tenants (north, south): 1 revision to revert, 1 revision to apply. Nothing is"
                        + " executed.")
                .contains("Switch 1 of 3 tenants (west): 1 revision to apply.")
                .containsOnlyOnce("- ff1 (step ff1)")
                .contains("    lost in north: column shelf.note, 1 of 2 rows have a value")
                .doesNotContain("lost in south", "lost in west")
                .contains("Next: mvn migrate:switch");

        ToolInside.Answer unconfirmed = tenants(db, "switch");
        assertThat(unconfirmed.outcome().status().code()).isEqualTo(3);
        assertThat(unconfirmed.seen()).contains("mvn migrate:switch -Dyes");
        assertThat(revisions(db, "north")).containsExactly("aa1", "ff1");

        ToolInside.Answer answer = tenants(db, "switch --yes");
        assertThat(answer.outcome().status().code()).as(answer.seen()).isZero();
        assertThat(answer.seen()).contains("Switched 3 of 3 tenants in ");
        for (String tenant : TENANTS) {
            assertThat(revisions(db, tenant)).containsExactly("aa1", "bb1");
            assertThat(db.query("select id from " + tenant + ".shelf order by id"))
                    .containsExactly("1", "2");
        }
        assertThat(tenants(db, "switch").seen())
                .contains("Nothing to do: each of 3 tenants has exactly the revisions of this application.");
        assertThat(tenants(db, "switch --json").seen())
                .contains("{\"tenant\":\"south\",\"database\":")
                .contains("\"plan\":[],\"done\":true");
    }

    @OnDatabases({H2, POSTGRESQL})
    void anEditIsNamedWithItsTenants(TestDb db) throws Exception {
        branches(db);
        tenants(db, "switch --yes");
        write("bb1", "-- parent: aa1\n", "create table box (id bigint)", "drop table box");

        ToolInside.Answer answer = tenants(db, "switch");

        assertThat(answer.outcome().status().code()).isEqualTo(4);
        assertThat(answer.seen())
                .contains("In 3 of 3 tenants (north, south, west):", "bb1 (step bb1) in ", "was edited after it ran")
                .contains("mvn migrate:repair")
                .doesNotContain("exactly the revisions");
        assertThat(tenants(db, "switch --json").seen()).contains("\"edited\":[{\"revision\":\"bb1\"");
    }

    @OnDatabases({H2, POSTGRESQL})
    void theAnswerForMachinesHasEachTenant(TestDb db) throws Exception {
        branches(db);

        assertThat(tenants(db, "switch --plan --json").seen())
                .contains("\"tenants\":[{\"tenant\":\"north\"")
                .contains(
                        "{\"kind\":\"dropped-column\",\"table\":\"shelf\",\"column\":\"note\",\"statement\":null,\"rows\":2,\"values\":1}")
                .contains(
                        "{\"kind\":\"dropped-column\",\"table\":\"shelf\",\"column\":\"note\",\"statement\":null,\"rows\":2,\"values\":0}")
                .contains("\"done\":false");
        tenants(db, "switch --yes --tenant=west");
        assertThat(tenants(db, "switch --yes --json").seen())
                .contains("\"tenant\":\"west\"")
                .contains("\"plan\":[],\"done\":true")
                .contains("\"done\":true,\"after\":[\"bb1\"]");
    }

    /** One schema would otherwise stay on another branch than the rest. */
    @OnDatabases({H2, POSTGRESQL})
    void nothingIsRunIfOneTenantCannotBeSwitched(TestDb db) throws Exception {
        branches(db);
        db.execute("update south.retort_revision set undo = null where id = 'ff1'");

        ToolInside.Answer answer = tenants(db, "switch --yes");

        assertThat(answer.outcome().status().code()).isEqualTo(1);
        assertThat(answer.seen())
                .contains("south:")
                .contains("Revision ff1 (step ff1) cannot be reverted")
                .contains("Nothing was run. Next: for a tenant that can be switched: mvn migrate:switch -Dtenant=...");
        assertThat(revisions(db, "north")).containsExactly("aa1", "ff1");
        tenants(db, "switch --yes --tenant=north");
        assertThat(revisions(db, "north")).containsExactly("aa1", "bb1");
        assertThat(revisions(db, "south")).containsExactly("aa1", "ff1");
    }

    @OnDatabases(POSTGRESQL)
    void everyUnitIsTakenToTheBranch(TestDb billing) throws Exception {
        try (TestDb shop = H2.server().newDatabase()) {
            common();
            otherRevision();
            units(shop, billing, "upgrade");
            billing.execute("insert into shelf values (1, 'x')");
            otherBranch();
            units(shop, billing, "upgrade --unit=shop");

            ToolInside.Answer plan = units(shop, billing, "switch --plan");
            assertThat(plan.outcome().status().code()).isZero();
            assertThat(plan.seen())
                    .containsSubsequence(
                            "Unit shop", "- ff1", "Unit billing", "- ff1", "lost: column shelf.note, 1 of 1 row");

            assertThat(units(shop, billing, "switch").outcome().status().code()).isEqualTo(3);
            assertThat(billing.query("select id from retort_revision order by id"))
                    .containsExactly("aa1", "ff1");
            ToolInside.Answer answer = units(shop, billing, "switch --yes");
            assertThat(answer.outcome().status().code()).as(answer.seen()).isZero();
            for (TestDb db : List.of(shop, billing)) {
                assertThat(db.query("select id from retort_revision order by id"))
                        .containsExactly("aa1", "bb1");
            }
            assertThat(billing.query("select id from shelf")).containsExactly("1");
        }
    }

    private void branches(TestDb db) throws Exception {
        common();
        for (String tenant : TENANTS) {
            db.execute("create schema " + tenant);
        }
        tenants(db, "upgrade");
        otherRevision();
        tenants(db, "upgrade --tenant=north");
        tenants(db, "upgrade --tenant=south");
        db.execute(
                "insert into north.shelf values (1, 'x'), (2, null)",
                "insert into south.shelf values (1, null), (2, null)",
                "insert into west.shelf values (1), (2)");
        otherBranch();
    }

    private void otherRevision() throws IOException {
        write(
                "ff1",
                "-- parent: aa1\n",
                "alter table shelf add note varchar(20);\n-- means: addColumn(\"shelf\", column(\"note\", varchar(20)))",
                "alter table shelf drop column note");
    }

    private void common() throws IOException {
        write("aa1", "", "create table shelf (id int)", "drop table shelf");
    }

    private void otherBranch() throws IOException {
        Files.delete(folder.resolve("ff1.sql"));
        write("bb1", "-- parent: aa1\n", "create table box (id int)", "drop table box");
    }

    private static List<String> revisions(TestDb db, String tenant) throws SQLException {
        return db.query("select id from " + tenant + ".retort_revision order by id");
    }

    private void write(String id, String header, String upgrade, String downgrade) throws IOException {
        Files.writeString(
                folder.resolve(id + ".sql"),
                "-- revision: " + id + "\n" + header + "-- message: step " + id + "\n-- upgrade\n" + upgrade
                        + ";\n-- downgrade\n" + downgrade + ";\n");
    }

    /** H2 stores the names of schemas in upper case. */
    private ToolInside.Answer tenants(TestDb db, String command) {
        ToolInside.Answer answer = ToolInside.on(
                        db,
                        ManyTenants.class,
                        Map.of(
                                "retort.locations",
                                "file:" + folder,
                                "retort.tenants.schemas",
                                String.join(",", TENANTS)))
                .run(command);
        String seen = answer.seen();
        for (String tenant : TENANTS) {
            seen = seen.replace(tenant.toUpperCase(Locale.ROOT), tenant);
        }
        return new ToolInside.Answer(answer.outcome(), seen);
    }

    private ToolInside.Answer units(TestDb shop, TestDb billing, String command) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("shop.url", shop.url());
        properties.put("shop.user", shop.user());
        properties.put("billing.url", billing.url());
        properties.put("billing.user", billing.user());
        properties.put("retort.units.shop.data-source", "shopDataSource");
        properties.put("retort.units.shop.locations", "file:" + folder);
        properties.put("retort.units.billing.data-source", "billingDataSource");
        properties.put("retort.units.billing.locations", "file:" + folder);
        properties.put("retort.units.billing.order", "2");
        properties.put("retort.interactive", "false");
        return new ToolInside(TwoDatabases.class, properties).run(command);
    }
}
