package io.retort.boot.autoconfigure;

import static io.retort.boot.autoconfigure.TenTenants.listed;
import static io.retort.boot.autoconfigure.TenTenants.places;
import static io.retort.boot.autoconfigure.TenTenants.withSchemas;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The pooled connections that an upgrade of tenants uses and returns. */
@ExtendWith(OutputCaptureExtension.class)
class TenantPoolTests {

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

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void aPoolOfOneIsEnough(TestDb db) throws SQLException {
        withSchemas(db, () -> {
            listed(db)
                    .withPropertyValues("spring.datasource.hikari.maximum-pool-size=1")
                    .run(context -> assertThat(context).hasNotFailed());
            assertThat(places(db)).containsOnly("b1000000,b2000000");
        });
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
