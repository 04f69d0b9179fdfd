package io.retort.boot.command;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.command.tenant.app.ManyTenants;
import io.retort.boot.command.unit.app.TwoDatabases;
import io.retort.error.ExitStatus;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.json.JsonParserFactory;

/** Reports of applications with several units, and with tenants. */
class ReportScopeTests {

    @TempDir
    Path folder;

    @OnDatabases(H2)
    void eachUnitHasAReportInAFolderOfItsName(TestDb shop) throws Exception {
        try (TestDb billing = shop.server().newDatabase()) {
            ToolInside tool = new ToolInside(TwoDatabases.class, units(shop, billing));
            ToolInside.Answer one = tool.run("report --unit=billing --output=" + folder);
            assertThat(one.outcome().status()).as(one.seen()).isEqualTo(ExitStatus.OK);
            assertThat(folder.resolve("shop")).doesNotExist();
            String alone = Files.readString(folder.resolve("billing/report.html"));

            ToolInside.Answer both = tool.run("report --output=" + folder);
            assertThat(both.outcome().status()).as(both.seen()).isEqualTo(ExitStatus.OK);
            assertThat(both.seen())
                    .containsSubsequence(
                            "Unit shop",
                            folder.resolve("shop/report.html").toString(),
                            "Unit billing",
                            folder.resolve("billing/report.html").toString());
            assertThat(folder.resolve("billing/report.html")).hasContent(alone);
            for (String file : List.of("report.json", "report.html", "report.md")) {
                assertThat(folder.resolve(file)).doesNotExist();
                assertThat(folder.resolve("shop").resolve(file)).isNotEmptyFile();
            }
            assertThat(tool.run("report --json --output=" + folder).seen().lines())
                    .hasSize(2)
                    .satisfiesExactly(
                            line -> assertThat(line).contains("\"unit\":\"shop\"", "shop/report.md"),
                            line -> assertThat(line).contains("\"unit\":\"billing\"", "billing/report.md"));
            assertThat(report("shop").get("application")).isEqualTo("application, shop");
            assertThat(report("shop").toString()).doesNotContain("invoice");
            assertThat(report("billing").get("application")).isEqualTo("application, billing");
            assertThat(report("billing").get("changes").toString())
                    .contains("Pictures and tables lack invoice: SQL in revision b1000000 does not declare");
            assertThat(report("billing").get("plan").toString()).contains("create table invoice");
            assertThat(report("billing").get("history").toString()).doesNotContain("product");
        }
    }

    @OnDatabases(POSTGRESQL)
    void aReportNamesTheTenantThatItIsAbout(TestDb db) throws Exception {
        for (String tenant : List.of("north", "south")) {
            db.execute("create schema " + tenant);
        }
        ToolInside tool = new ToolInside(ManyTenants.class, tenants(db));
        tool.run("upgrade --tenant=north");

        ToolInside.Answer first = tool.run("report --output=" + folder.resolve("first"));
        assertThat(first.outcome().status()).as(first.seen()).isEqualTo(ExitStatus.OK);
        assertThat(first.seen()).contains("north");
        assertThat(report("first").get("plan").toString()).contains("Nothing is pending.");
        assertThat(report("first").get("database").toString()).contains("tenant north");

        tool.run("report --tenant=south --output=" + folder.resolve("second"));
        assertThat(report("second").get("plan").toString()).contains("create table invoice");
        assertThat(report("second").get("database").toString()).contains("tenant south");
        assertThat(report("second").get("tables")).isEqualTo(report("first").get("tables"));
    }

    private Map<String, Object> report(String name) throws IOException {
        Map<String, Object> report = JsonParserFactory.getJsonParser()
                .parseMap(Files.readString(folder.resolve(name).resolve("report.json")));
        assertThat(new JsonSchema(JsonParserFactory.getJsonParser()
                                .parseMap(Files.readString(Path.of("../../docs/report.schema.json"))))
                        .violations(report))
                .isEmpty();
        return report;
    }

    private Map<String, Object> units(TestDb shop, TestDb billing) {
        Map<String, Object> properties = common();
        properties.put("shop.url", shop.url());
        properties.put("shop.user", shop.user());
        properties.put("billing.url", billing.url());
        properties.put("billing.user", billing.user());
        properties.put("retort.units.shop.data-source", "shopDataSource");
        properties.put("retort.units.shop.locations", "classpath:units/shop");
        properties.put("retort.units.billing.data-source", "billingDataSource");
        properties.put("retort.units.billing.locations", "classpath:units/billing");
        properties.put("retort.units.billing.order", "2");
        return properties;
    }

    private Map<String, Object> tenants(TestDb db) {
        Map<String, Object> properties = common();
        properties.put("spring.datasource.url", db.url());
        properties.put("spring.datasource.username", db.user());
        properties.put("retort.locations", "classpath:units/billing");
        properties.put("retort.tenants.schemas", "north,south");
        return properties;
    }

    private Map<String, Object> common() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("retort.resources", folder.toString());
        properties.put("retort.sources", folder.toString());
        properties.put("retort.interactive", "false");
        return properties;
    }
}
