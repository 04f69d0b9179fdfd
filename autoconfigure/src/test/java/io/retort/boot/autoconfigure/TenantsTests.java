package io.retort.boot.autoconfigure;

import static io.retort.boot.autoconfigure.TenTenants.listed;
import static io.retort.boot.autoconfigure.TenTenants.places;
import static io.retort.boot.autoconfigure.TenTenants.placesWithout;
import static io.retort.boot.autoconfigure.TenTenants.says;
import static io.retort.boot.autoconfigure.TenTenants.withSchemas;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.actuate.RetortEndpoint;
import io.retort.boot.actuate.RetortHealthIndicator;
import io.retort.boot.actuate.TenantsDescription;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Application starts with tenants, and the messages for those that failed or are behind. */
@ExtendWith(OutputCaptureExtension.class)
class TenantsTests {

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
                    "not started, because of retort.tenants.stop-on-failure: RT_FIVE, RT_SIX");

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
                    "The tenant's schema rt_eleven does not exist in this database.");
            assertThat(places(db)).containsExactlyInAnyOrderElementsOf(placesWithout(9));
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
}
