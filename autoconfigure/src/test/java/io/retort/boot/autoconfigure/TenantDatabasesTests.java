package io.retort.boot.autoconfigure;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.boot.actuate.RetortEndpoint;
import io.retort.boot.actuate.RetortHealthIndicator;
import io.retort.boot.actuate.TenantsDescription;
import io.retort.boot.actuate.UnitDescription;
import io.retort.error.RetortException;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Application starts with a database for each tenant. */
@ExtendWith(OutputCaptureExtension.class)
class TenantDatabasesTests {

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void eachIsUpgradedAndKeepsItsRows(TestDb db, CapturedOutput output) throws SQLException {
        try (SeparateDatabases tenants = SeparateDatabases.on(db.server(), 8)) {
            tenants.application()
                    .withPropertyValues("retort.target=b1000000")
                    .run(context -> assertThat(context).hasNotFailed());
            for (int i = 0; i < 8; i++) {
                tenants.of(i).execute("insert into invoice (id, total) values (1, " + i + ")");
            }

            tenants.application().run(context -> assertThat(context).hasNotFailed());

            assertThat(tenants.places()).hasSize(8).containsOnly("b1000000,b2000000");
            for (int i = 0; i < 8; i++) {
                assertThat(tenants.of(i).query("select id, total, paid from invoice"))
                        .containsExactly("1|" + i + "|null");
            }
            assertThat(output).contains("Retort: 8 tenants: 8 upgraded, 0 with nothing to do, 0 failed in ");
        }
    }

    @OnDatabases({POSTGRESQL, H2})
    void oneThatFailsDoesNotStopTheOthers(TestDb db) throws SQLException {
        try (SeparateDatabases tenants = SeparateDatabases.on(db.server(), 5)) {
            tenants.of(2).execute("create table invoice (id bigint)", "insert into invoice values (42)");

            TenTenants.says(
                    tenants.application(),
                    "1 of 5 tenants failed.",
                    "with space:",
                    "Revision b1000000 (create invoice) failed",
                    "mvn migrate:upgrade -Dtenant=\"with space\"");

            assertThat(tenants.places().stream().filter(String::isEmpty)).hasSize(1);
            assertThat(tenants.of(2).query("select * from invoice")).containsExactly("42");
            tenants.application()
                    .withPropertyValues("retort.tenants.tolerate-failures=true")
                    .run(context -> assertThat(context).hasNotFailed());
        }
    }

    @OnDatabases({POSTGRESQL, H2})
    void thoseThatCannotBeReachedAreNamed(TestDb db) throws SQLException {
        try (SeparateDatabases tenants = SeparateDatabases.on(db.server(), 4)) {
            Map<String, DataSource> sources = tenants.dataSources();
            sources.put("gone", new DriverManagerDataSource("jdbc:postgresql://localhost:1/gone", "me", "secret"));
            sources.put("barred", new DriverManagerDataSource(db.url(), "nobody_of_these", "sesame"));

            TenTenants.says(
                    SeparateDatabases.application(sources),
                    "2 of 6 tenants failed.",
                    "gone:",
                    "Cannot connect to the database: ",
                    "the URL, user and password of the tenant's data source are correct.",
                    "barred:");

            assertThat(tenants.places()).containsOnly("b1000000,b2000000");
            SeparateDatabases.application(sources)
                    .withPropertyValues("retort.tenants.tolerate-failures=true")
                    .run(context -> {
                        assertThat(context).hasNotFailed();
                        UnitDescription unit = describe(context);
                        assertThat(unit.problem()).isNull();
                        TenantsDescription described = unit.tenants();
                        assertThat(described.total()).isEqualTo(6);
                        assertThat(described.upToDate()).isEqualTo(4);
                        assertThat(described.problems()).containsOnlyKeys("gone", "barred");
                        assertThat(described.problems().toString()).doesNotContain("secret", "sesame");
                        assertThat(health(context)).isEqualTo(Status.OUT_OF_SERVICE);
                    });
        }
    }

    @OnDatabases(H2)
    void aWrongPasswordIsReportedWithoutIt(TestDb db) throws SQLException {
        db.execute("create user owner password 'right' admin");
        Map<String, DataSource> sources =
                Map.of("acme", new DriverManagerDataSource(db.url(), "owner", "wr0ng-passw0rd"));

        RetortException failure = (RetortException) failure(SeparateDatabases.application(sources));

        assertThat(failure.getMessage())
                .contains("1 of 1 tenants failed.", "Cannot connect to the database: Wrong user name or password")
                .doesNotContain("wr0ng-passw0rd");
    }

    @OnDatabases({POSTGRESQL, H2})
    void aTenantIsAddedAtRunTime(TestDb db) throws SQLException {
        try (SeparateDatabases tenants = SeparateDatabases.on(db.server(), 3)) {
            Map<String, DataSource> known = new LinkedHashMap<>(tenants.dataSources());
            DataSource late = known.remove("with space");
            Map<String, DataSource> sources = Collections.synchronizedMap(known);
            SeparateDatabases.application(sources).run(context -> {
                RetortUnit unit = context.getBean(RetortUnits.class).named("default");
                assertThatThrownBy(() -> unit.tenant("with space"))
                        .hasMessageContaining("There is no tenant \"with space\".");
                assertThat(tenants.places().get(2)).isEmpty();
                sources.put("with space", late);

                unit.tenant("with space").retort().upgrade("heads");

                assertThat(tenants.places()).containsOnly("b1000000,b2000000");
                assertThat(describe(context).tenants().total()).isEqualTo(3);
                assertThat(health(context)).isEqualTo(Status.UP);
            });
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB})
    void twoInstancesThatStartAtOnceShareTheWork(TestDb db, CapturedOutput output) throws SQLException {
        try (SeparateDatabases tenants = SeparateDatabases.on(db.server(), 8)) {
            List<CompletableFuture<Throwable>> starts = IntStream.range(0, 2)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> failure(tenants.application())))
                    .toList();

            for (CompletableFuture<Throwable> start : starts) {
                assertThat(start.join()).isNull();
            }
            assertThat(tenants.places()).hasSize(8).containsOnly("b1000000,b2000000");
            int upgraded = output.toString()
                    .lines()
                    .filter(line -> line.contains(" 8 tenants: "))
                    .mapToInt(line -> Integer.parseInt(line.replaceFirst(".* 8 tenants: (\\d+) upgraded.*", "$1")))
                    .sum();
            assertThat(upgraded).isBetween(8, 16);
        }
    }

    @OnDatabases(H2)
    void withoutTenantsNothingIsDone(TestDb db, CapturedOutput output) {
        SeparateDatabases.application(Map.of()).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(describe(context).problem()).isNull();
            assertThat(health(context)).isEqualTo(Status.UP);
        });
        assertThat(output).contains("Retort: there are no tenants, nothing to do");
    }

    @OnDatabases(H2)
    void aBeanThatFailsStopsTheStart(TestDb db) {
        ApplicationContextRunner failing = SeparateDatabases.application(Map.of());
        TenTenants.says(
                failing.withPropertyValues("retort.tenants.bean=broken")
                        .withBean("broken", TenantDatabases.class, () -> () -> {
                            throw new IllegalStateException("the directory is closed");
                        }),
                "The tenants' databases could not be read: the directory is closed");
        TenTenants.says(
                failing.withPropertyValues("retort.tenants.bean=directory"),
                "retort.tenants.bean=directory does not name a bean of type TenantSchemas, TenantDatabases or"
                        + " AbstractRoutingDataSource.");
        TenTenants.says(
                failing.withBean(TenantSchemas.class, () -> () -> List.of("acme")),
                "beans of type TenantSchemas and of type TenantDatabases",
                "Set retort.tenants.bean");
        TenTenants.says(
                failing.withPropertyValues("retort.url=jdbc:h2:mem:one"),
                "Each tenant has a database of its own, but retort.url is that of one.");
        Map<String, DataSource> nothing = new LinkedHashMap<>();
        nothing.put("acme", null);
        TenTenants.says(SeparateDatabases.application(nothing), "The tenant \"acme\" has no data source.");
    }

    @OnDatabases(H2)
    void twoUnitsWithTheSameTenantsAreRefused(TestDb db) {
        TenTenants.says(
                SeparateDatabases.application(Map.of())
                        .withBean("tenants", TenantDatabases.class, () -> Map::of)
                        .withPropertyValues(
                                "retort.locations=db.revisions,classpath:db/revisions",
                                "retort.units.shop.locations=classpath:units/shop",
                                "retort.units.shop.tenants.bean=tenants",
                                "retort.units.billing.locations=classpath:units/billing",
                                "retort.units.billing.tenants.bean=tenants"),
                "The units billing and shop would use the same history table");
    }

    /** One has the tables of the base, one is empty, and one has only some of the tables. */
    @OnDatabases({POSTGRESQL, H2})
    void eachIsAdoptedOrRefusedForItself(TestDb db) throws SQLException {
        try (SeparateDatabases tenants = SeparateDatabases.on(db.server(), 3)) {
            tenants.of(0)
                    .execute(
                            "create table customer (id bigint primary key, name varchar(40))",
                            "create table outbox (id bigint primary key)",
                            "insert into customer values (1, 'Ada')");
            tenants.of(2).execute("create table customer (id bigint primary key)");
            ApplicationContextRunner application =
                    tenants.application().withPropertyValues("retort.locations=io.retort.boot.autoconfigure.adopted");

            TenTenants.says(
                    application,
                    "1 of 3 tenants failed.",
                    "with space:",
                    "column customer.name missing",
                    "outbox missing");

            assertThat(tenants.places()).containsExactly("a1000000,b2000000", "a1000000,b2000000", "");
            assertThat(tenants.of(0).query("select id, name, email from customer"))
                    .containsExactly("1|Ada|null");
            assertThat(tenants.of(0).query("select recorded from retort_revision where id = 'a1000000'"))
                    .isNotEqualTo(tenants.of(1).query("select recorded from retort_revision where id = 'a1000000'"));
        }
    }

    private static Throwable failure(ApplicationContextRunner runner) {
        Throwable[] failure = new Throwable[1];
        runner.run(context -> failure[0] = context.getStartupFailure());
        Throwable deepest = failure[0];
        while (deepest != null && !(deepest instanceof RetortException) && deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest;
    }

    private static UnitDescription describe(ApplicationContext context) {
        return new RetortEndpoint(context)
                .units()
                .contexts()
                .values()
                .iterator()
                .next()
                .units()
                .get("default");
    }

    private static Status health(ApplicationContext context) {
        return new RetortHealthIndicator(context.getBean(RetortUnits.class).all())
                .health()
                .getStatus();
    }
}
