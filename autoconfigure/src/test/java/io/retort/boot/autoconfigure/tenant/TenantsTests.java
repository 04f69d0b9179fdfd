package io.retort.boot.autoconfigure.tenant;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.retort.boot.actuate.RetortEndpoint;
import io.retort.boot.actuate.RetortHealthIndicator;
import io.retort.boot.actuate.TenantsDescription;
import io.retort.boot.autoconfigure.RetortAutoConfiguration;
import io.retort.boot.autoconfigure.unit.RetortUnits;
import io.retort.error.RetortException;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

@ExtendWith(OutputCaptureExtension.class)
class TenantsTests {

    /** MariaDB's schemas are not in the test's own database, so their names must be nobody else's. */
    private static final List<String> TENANTS = List.of(
            "rt_one",
            "rt_two",
            "rt_three",
            "rt_four",
            "rt_five",
            "rt_six",
            "rt_seven",
            "rt_eight",
            "rt_nine",
            "rt_ten");

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, RetortAutoConfiguration.class));

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void everyTenantIsUpgradedInItsSchemaAndThePoolGetsItsConnectionsBack(TestDb db, CapturedOutput output)
            throws SQLException {
        withSchemas(db, () -> {
            listed(db).run(context -> {
                assertThat(places(db)).containsOnly("b1000000,b2000000").hasSize(10);
                assertThat(context.getBean(HikariDataSource.class)
                                .getHikariPoolMXBean()
                                .getActiveConnections())
                        .isZero();
                assertEveryConnectionIsWhereItWas(context.getBean(HikariDataSource.class), db);
                assertThat(new JdbcTemplate(context.getBean(DataSource.class))
                                .queryForObject(
                                        "select count(*) from information_schema.tables where lower(table_name) ="
                                                + " 'retort_revision' and lower(table_schema) not like 'rt\\_%'",
                                        Integer.class))
                        .isZero();
            });
            assertThat(output).contains(": 10 tenants: 10 upgraded, 0 with nothing to do, 0 failed in ");
            listed(db).run(context -> assertThat(context).hasNotFailed());
            assertThat(output).contains(": 10 tenants: 0 upgraded, 10 with nothing to do, 0 failed in ");
        });
    }

    @OnDatabases({POSTGRESQL, H2})
    void oneThatFailsDoesNotStopTheOthersAndFailsTheStartAtTheEnd(TestDb db) throws SQLException {
        withSchemas(db, () -> {
            db.execute("create table rt_four.invoice (id bigint)");

            says(
                    listed(db),
                    "1 of 10 tenants failed.",
                    "Revision b1000000 (create invoice) failed",
                    "-Dtenant=",
                    "FOUR");

            assertThat(places(db)).containsExactlyInAnyOrderElementsOf(placesWithout(1));
            db.execute("drop table rt_four.invoice");
            listed(db).run(context -> assertThat(context).hasNotFailed());
            assertThat(places(db)).containsOnly("b1000000,b2000000");
        });
    }

    @OnDatabases(H2)
    void oneThatFailsMayBeTolerated(TestDb db, CapturedOutput output) throws SQLException {
        withSchemas(db, () -> {
            db.execute("create table rt_four.invoice (id bigint)");

            listed(db)
                    .withPropertyValues("retort.tenants.tolerate-failures=true")
                    .run(context -> assertThat(context).hasNotFailed());

            assertThat(places(db)).containsExactlyInAnyOrderElementsOf(placesWithout(1));
            assertThat(output).contains("9 upgraded", "1 failed", "1 of 10 tenants failed.");
        });
    }

    @OnDatabases(H2)
    void oneThatFailsMayStopTheOthers(TestDb db) throws SQLException {
        withSchemas(db, () -> {
            db.execute("create table rt_four.invoice (id bigint)");

            says(
                    listed(db)
                            .withPropertyValues("retort.tenants.stop-on-failure=true", "retort.tenants.parallelism=1"),
                    "1 of 10 tenants failed.",
                    "not begun, because of retort.tenants.stop-on-failure: RT_FIVE, RT_SIX");

            assertThat(places(db)).containsExactlyInAnyOrderElementsOf(placesWithout(7));
        });
    }

    @OnDatabases(H2)
    void oneWithoutASchemaIsAFailureOfItsOwn(TestDb db) throws SQLException {
        withSchemas(db, () -> {
            says(
                    listed(db).withPropertyValues("retort.tenants.schemas=rt_one,rt_eleven"),
                    "1 of 2 tenants failed.",
                    "rt_eleven:",
                    "There is no schema rt_eleven in this database.");
            assertThat(places(db)).containsExactlyInAnyOrderElementsOf(placesWithout(9));
        });
    }

    @OnDatabases(H2)
    void aBeanTellsThemWithoutAnyProperty(TestDb db) throws SQLException {
        withSchemas(db, () -> {
            on(db).withBean(TenantSchemas.class, () -> () -> List.of("rt_one", "rt_two"))
                    .run(context -> assertThat(context).hasNotFailed());
            assertThat(places(db)).containsExactlyInAnyOrderElementsOf(placesWithout(8));
        });
    }

    @OnDatabases(H2)
    void aVerifiedApplicationNamesThoseWhoAreBehindOnce(TestDb db) throws SQLException {
        withSchemas(db, () -> {
            listed(db)
                    .withPropertyValues("retort.tenants.schemas=rt_one,rt_two")
                    .run(context -> {});
            says(
                    listed(db).withPropertyValues("retort.mode=verify"),
                    "8 of 10 tenants failed.",
                    "RT_THREE, RT_FOUR, RT_FIVE, RT_SIX, RT_SEVEN, RT_EIGHT, RT_NINE, RT_TEN:",
                    "is behind this application. Pending: b1000000 (create invoice), b2000000 (add paid).");
            listed(db).run(context -> {});
            listed(db)
                    .withPropertyValues("retort.mode=verify")
                    .run(context -> assertThat(context).hasNotFailed());
        });
    }

    @OnDatabases(H2)
    void waitingForAllTakesNoLongerThanWaitingForOne(TestDb db) throws SQLException {
        withSchemas(db, () -> {
            says(
                    listed(db)
                            .withPropertyValues(
                                    "retort.mode=wait",
                                    "retort.wait.timeout=20ms",
                                    "retort.wait.interval=10ms",
                                    "retort.tenants.parallelism=1"),
                    "10 of 10 tenants failed.");
            listed(db).run(context -> {});
            listed(db)
                    .withPropertyValues("retort.mode=wait")
                    .run(context -> assertThat(context).hasNotFailed());
        });
    }

    @OnDatabases({POSTGRESQL, H2})
    void aSharedUnitMakesTheTableThatTellsTheTenants(TestDb db) throws SQLException {
        db.execute("create schema tenant_a", "create schema tenant_b");
        on(db).withPropertyValues("retort.locations=db.revisions,classpath:db/revisions")
                .withPropertyValues(
                        "retort.units.shared.locations=classpath:units/shared",
                        "retort.units.shared.order=1",
                        "retort.units.tenant.locations=classpath:units/billing",
                        "retort.units.tenant.order=2",
                        "retort.units.tenant.tenants.query=select place from tenant order by id")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(db.query("select id from retort_revision")).containsExactly("c1000000");
        assertThat(db.query("select id from tenant_a.retort_revision order by id"))
                .isEqualTo(db.query("select id from tenant_b.retort_revision order by id"))
                .containsExactly("b1000000", "b2000000");
    }

    @OnDatabases(POSTGRESQL)
    void asManyAreWorkedOnAsThePoolHasConnectionsButOne(TestDb db) {
        listed(db)
                .withPropertyValues("spring.datasource.hikari.maximum-pool-size=6", "retort.mode=off")
                .run(context -> assertThat(parallel(context)).isEqualTo(5));
        listed(db)
                .withPropertyValues("spring.datasource.hikari.maximum-pool-size=1", "retort.mode=off")
                .run(context -> assertThat(parallel(context)).isEqualTo(1));
        listed(db)
                .withPropertyValues("retort.user=" + db.user(), "retort.password=" + db.password(), "retort.mode=off")
                .run(context -> assertThat(parallel(context)).isEqualTo(4));
        listed(db)
                .withPropertyValues("retort.tenants.parallelism=3", "retort.mode=off")
                .run(context -> assertThat(parallel(context)).isEqualTo(3));
    }

    @OnDatabases(H2)
    void oneAtATimeWhereDefinitionsWaitForEachOther(TestDb db) throws SQLException {
        listed(db)
                .withPropertyValues("retort.mode=off")
                .run(context -> assertThat(parallel(context)).isEqualTo(1));
        withSchemas(db, () -> {
            listed(db)
                    .withPropertyValues("retort.tenants.parallelism=3")
                    .run(context -> assertThat(context).hasNotFailed());
            assertThat(places(db)).containsOnly("b1000000,b2000000").hasSize(10);
        });
    }

    @OnDatabases(H2)
    void theEndpointAndTheHealthTellHowManyAreBehind(TestDb db) throws SQLException {
        withSchemas(db, () -> {
            listed(db)
                    .withPropertyValues("retort.tenants.schemas=rt_one,rt_two")
                    .run(context -> {});
            listed(db)
                    .withPropertyValues("retort.mode=off", "retort.tenants.schemas=rt_one,rt_two,rt_three,rt_none")
                    .run(context -> {
                        TenantsDescription tenants = new RetortEndpoint(context)
                                .units()
                                .contexts()
                                .values()
                                .iterator()
                                .next()
                                .units()
                                .get("default")
                                .tenants();
                        assertThat(tenants).isNotNull();
                        assertThat(tenants.total()).isEqualTo(4);
                        assertThat(tenants.upToDate()).isEqualTo(2);
                        assertThat(tenants.behind()).containsExactly("RT_THREE");
                        assertThat(tenants.problems()).containsOnlyKeys("rt_none");
                        assertThat(new RetortHealthIndicator(context.getBean(RetortUnits.class)
                                                .all())
                                        .health()
                                        .getStatus())
                                .isEqualTo(Status.OUT_OF_SERVICE);
                    });
            listed(db)
                    .withPropertyValues("retort.tenants.schemas=rt_one,rt_two")
                    .run(context -> assertThat(new RetortHealthIndicator(
                                            context.getBean(RetortUnits.class).all())
                                    .health()
                                    .getStatus())
                            .isEqualTo(Status.UP));
        });
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void aPoolOfOneIsEnough(TestDb db) throws SQLException {
        withSchemas(db, () -> {
            listed(db)
                    .withPropertyValues("spring.datasource.hikari.maximum-pool-size=1")
                    .run(context -> assertThat(context).hasNotFailed());
            assertThat(places(db)).containsOnly("b1000000,b2000000");
        });
    }

    @OnDatabases(H2)
    void whatIsSaidInTwoWaysOrAmissIsRefused(TestDb db) {
        says(
                listed(db).withPropertyValues("retort.tenants.query=select 1"),
                "The tenants are told in several ways: retort.tenants.schemas, .query and .bean");
        says(
                on(db).withPropertyValues("retort.tenants.query=select nothing from nowhere"),
                "The query for the tenants failed: ",
                "Correct retort.tenants.query");
        says(
                on(db).withPropertyValues("retort.tenants.bean=them"),
                "retort.tenants.bean=them names no bean of type TenantSchemas.");
        says(
                listed(db)
                        .withPropertyValues(
                                "retort.units.shop.locations=classpath:units/shop",
                                "retort.locations=db.revisions,classpath:db/revisions"),
                "retort.tenants is set, and so are retort.units");
    }

    private ApplicationContextRunner on(TestDb db) {
        return runner.withPropertyValues(
                "spring.datasource.url=" + db.url(),
                "spring.datasource.username=" + db.user(),
                "spring.datasource.password=" + db.password(),
                "spring.datasource.hikari.maximum-pool-size=4",
                "retort.locations=classpath:units/billing");
    }

    private ApplicationContextRunner listed(TestDb db) {
        return on(db).withPropertyValues("retort.tenants.schemas=" + String.join(",", TENANTS));
    }

    private static int parallel(ApplicationContext context) {
        return context.getBean(RetortUnits.class)
                .all()
                .get(0)
                .tenants()
                .orElseThrow()
                .run((result, number, total) -> {})
                .parallel();
    }

    private static void says(ApplicationContextRunner runner, String... words) {
        runner.run(context -> {
            Throwable failure = context.getStartupFailure();
            while (failure != null && !(failure instanceof RetortException)) {
                failure = failure.getCause();
            }
            assertThat(failure).isNotNull();
            assertThat(failure.getMessage().toUpperCase(Locale.ROOT))
                    .contains(List.of(words).stream()
                            .map(word -> word.toUpperCase(Locale.ROOT))
                            .toList());
        });
    }

    /** What is done to schemas that are gone afterwards. */
    private interface Work {
        void run() throws SQLException;
    }

    private static void withSchemas(TestDb db, Work work) throws SQLException {
        for (String tenant : TENANTS) {
            db.execute("create schema " + tenant);
        }
        try {
            work.run();
        } finally {
            for (String tenant : TENANTS) {
                db.execute("drop schema " + tenant + (db.database() == MARIADB ? "" : " cascade"));
            }
        }
    }

    /** The applied revisions of each tenant that has some. */
    private static List<String> places(TestDb db) throws SQLException {
        List<String> places = new ArrayList<>();
        for (String tenant : TENANTS) {
            if (!db.query("select 1 from information_schema.tables where lower(table_name) = 'retort_revision' and"
                            + " lower(table_schema) = '" + tenant + "'")
                    .isEmpty()) {
                List<String> ids = db.query("select id from " + tenant + ".retort_revision order by id");
                if (!ids.isEmpty()) {
                    places.add(String.join(",", ids));
                }
            }
        }
        return places;
    }

    private static List<String> placesWithout(int fewer) {
        return TENANTS.subList(fewer, 10).stream()
                .map(tenant -> "b1000000,b2000000")
                .toList();
    }

    private static void assertEveryConnectionIsWhereItWas(HikariDataSource pool, TestDb db) throws SQLException {
        String usual;
        try (Connection fresh = db.connect()) {
            usual = place(fresh);
        }
        List<Connection> all = new ArrayList<>();
        for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
            all.add(pool.getConnection());
        }
        for (Connection connection : all) {
            assertThat(place(connection)).isEqualTo(usual);
            connection.close();
        }
    }

    private static String place(Connection connection) throws SQLException {
        return connection.getSchema() == null ? connection.getCatalog() : connection.getSchema();
    }
}
