package io.retort.boot.autoconfigure;

import static io.retort.testkit.TestDatabase.MARIADB;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Ten tenants of one application and their schemas. */
final class TenTenants {

    /** MariaDB's schemas are not part of the test's database, so their names must be unique. */
    static final List<String> TENANTS = List.of(
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

    private static final ApplicationContextRunner RUNNER = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, RetortAutoConfiguration.class));

    private TenTenants() {}

    static ApplicationContextRunner on(TestDb db) {
        return RUNNER.withPropertyValues(
                "spring.datasource.url=" + db.url(),
                "spring.datasource.username=" + db.user(),
                "spring.datasource.password=" + db.password(),
                "spring.datasource.hikari.maximum-pool-size=4",
                "retort.locations=classpath:units/billing");
    }

    static ApplicationContextRunner listed(TestDb db) {
        return on(db).withPropertyValues("retort.tenants.schemas=" + String.join(",", TENANTS));
    }

    static void says(ApplicationContextRunner runner, String... words) {
        FailureAnalysis analysis = FailedStart.of(runner);
        assertThat((analysis.getDescription() + "\n" + analysis.getAction()).toUpperCase(Locale.ROOT))
                .contains(List.of(words).stream()
                        .map(word -> word.toUpperCase(Locale.ROOT))
                        .toList());
    }

    /** Work with schemas that are dropped afterwards. */
    interface Work {
        void run() throws SQLException;
    }

    static void withSchemas(TestDb db, Work work) throws SQLException {
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

    /** Returns the applied revisions of each tenant that has any. */
    static List<String> places(TestDb db) throws SQLException {
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

    static List<String> placesWithout(int fewer) {
        return TENANTS.subList(fewer, 10).stream()
                .map(tenant -> "b1000000,b2000000")
                .toList();
    }
}
