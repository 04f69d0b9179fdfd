package io.retort.boot.autoconfigure;

import static io.retort.boot.autoconfigure.TenTenants.listed;
import static io.retort.boot.autoconfigure.TenTenants.on;
import static io.retort.boot.autoconfigure.TenTenants.places;
import static io.retort.boot.autoconfigure.TenTenants.placesWithout;
import static io.retort.boot.autoconfigure.TenTenants.says;
import static io.retort.boot.autoconfigure.TenTenants.withSchemas;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.List;

/** The sources of the tenants' names. */
class TenantSettingsTests {

    @OnDatabases(H2)
    void aBeanTellsThemWithoutAnyProperty(TestDb db) throws SQLException {
        withSchemas(db, () -> {
            on(db).withBean(TenantSchemas.class, () -> () -> List.of("rt_one", "rt_two"))
                    .run(context -> assertThat(context).hasNotFailed());
            assertThat(places(db)).containsExactlyInAnyOrderElementsOf(placesWithout(8));
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

    @OnDatabases(H2)
    void whatIsSaidInTwoWaysOrAmissIsRefused(TestDb db) {
        says(
                listed(db).withPropertyValues("retort.tenants.query=select 1"),
                "The tenants are configured in several ways: retort.tenants.schemas, .query and .bean");
        says(
                on(db).withPropertyValues("retort.tenants.query=select nothing from nowhere"),
                "The query for the tenants failed: ",
                "Correct retort.tenants.query");
        says(
                on(db).withPropertyValues("retort.tenants.bean=them"),
                "retort.tenants.bean=them does not name a bean of type TenantSchemas, TenantDatabases or AbstractRoutingDataSource.");
        says(
                listed(db)
                        .withPropertyValues(
                                "retort.units.shop.locations=classpath:units/shop",
                                "retort.locations=db.revisions,classpath:db/revisions"),
                "retort.tenants is set together with retort.units");
    }
}
