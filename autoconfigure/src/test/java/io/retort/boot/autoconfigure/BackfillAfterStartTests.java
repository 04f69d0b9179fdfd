package io.retort.boot.autoconfigure;

import static io.retort.migration.Definitions.*;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.migration.Migration;
import io.retort.revision.RevisionInfo;
import io.retort.run.BackfillProgress;
import io.retort.run.BackfillThrottle;
import io.retort.source.RevisionCode;
import io.retort.source.RevisionSource;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/** Applications that fill rows after they are ready. */
class BackfillAfterStartTests {

    private static final Migration CUSTOMERS = op -> op.createTable(
            "customer",
            column("id", integer()).notNull(),
            column("mail", varchar(40)),
            column("email", varchar(40)),
            column("n", integer()).defaultValue(0).notNull(),
            primaryKey("id"));

    private static final Migration FILL = op -> op.backfill(
            "customer",
            set("email", "mail").set("n", "n + 1").where("email is null"),
            batches().rows(2).afterStart());

    private static final Migration OTHER =
            op -> op.createTable("other", column("id", integer()).notNull(), primaryKey("id"));

    @OnDatabases({POSTGRESQL, MARIADB})
    void aNewerReleaseStartsMeanwhileAndContinuesWhenTheOlderOneEnds(TestDb db) throws Exception {
        seed(db);
        Gate gate = new Gate();
        try (ConfigurableApplicationContext older = start(db, gate, CUSTOMERS, FILL)) {
            gate.arrive();
            assertThat(filled(db)).containsExactly("2|0|1");

            try (ConfigurableApplicationContext newer =
                    start(db, progress -> Optional.empty(), CUSTOMERS, FILL, OTHER)) {
                assertThat(db.query("select count(*) from other")).containsExactly("0");
                assertThat(newer.getBean(Retort.class).status().backfills()).hasSize(1);
                Thread.sleep(1_500);
                assertThat(filled(db)).as("only one instance fills").containsExactly("2|0|1");

                older.close();
                await(db, "7|1|1");
            }
        }
        assertThat(db.query("select count(*) from retort_revision where in_flight is not null"))
                .containsExactly("0");
    }

    /** Nothing is pending at the second start, but the backfill is. */
    @OnDatabases({POSTGRESQL, MARIADB})
    void aRestartContinuesAndAResumedBackfillToo(TestDb db) throws Exception {
        seed(db);
        Gate gate = new Gate();
        try (ConfigurableApplicationContext first = start(db, gate, CUSTOMERS, FILL)) {
            gate.arrive();
            first.getBean(Retort.class).pauseBackfills(null, "by a test");
        }
        assertThat(filled(db)).containsExactly("2|0|1");

        try (ConfigurableApplicationContext second = start(db, progress -> Optional.empty(), CUSTOMERS, FILL)) {
            Thread.sleep(1_500);
            assertThat(filled(db)).as("paused").containsExactly("2|0|1");
            second.getBean(Retort.class).resumeBackfills(null);
            await(db, "7|1|1");
        }
    }

    private static void seed(TestDb db) throws SQLException {
        try (ConfigurableApplicationContext before = start(db, progress -> Optional.empty(), CUSTOMERS)) {
            assertThat(before.isActive()).isTrue();
        }
        for (int i = 1; i <= 7; i++) {
            db.execute("insert into customer (id, mail) values (" + i + ", 'mail " + i + "')");
        }
    }

    private static ConfigurableApplicationContext start(TestDb db, BackfillThrottle throttle, Migration... history) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(RevisionSource.class, () -> source(history));
                    beans.registerBean(BackfillThrottle.class, () -> throttle);
                })
                .run(
                        "--spring.datasource.url=" + db.url(),
                        "--spring.datasource.username=" + db.user(),
                        "--spring.datasource.password=" + db.password(),
                        "--retort.locations=classpath:nothing/here");
    }

    private static RevisionSource source(Migration... history) {
        List<RevisionCode> revisions = new ArrayList<>();
        for (int i = 0; i < history.length; i++) {
            String id = String.format("%04dcafe", i);
            Migration migration = history[i];
            List<String> parents = i == 0 ? List.of() : List.of(String.format("%04dcafe", i - 1));
            revisions.add(new RevisionCode(
                    new RevisionInfo(id, parents, List.of(), List.of(), "step " + i, null, true, "db/" + id + ".java"),
                    () -> migration));
        }
        return () -> List.copyOf(revisions);
    }

    private static List<String> filled(TestDb db) throws SQLException {
        return db.query("select count(email), min(n), max(n) from customer");
    }

    private static void await(TestDb db, String expected) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!filled(db).equals(List.of(expected)) && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        assertThat(filled(db)).containsExactly(expected);
    }

    /** Makes a backfill wait after its first batch, until it stops. */
    private static final class Gate implements BackfillThrottle {

        private final CountDownLatch there = new CountDownLatch(1);

        @Override
        public Optional<String> reasonToWait(BackfillProgress progress) {
            if (progress.filled() < 2) {
                return Optional.empty();
            }
            there.countDown();
            return Optional.of("the test holds it");
        }

        void arrive() throws InterruptedException {
            assertThat(there.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, RetortAutoConfiguration.class})
    static class Application {}
}
