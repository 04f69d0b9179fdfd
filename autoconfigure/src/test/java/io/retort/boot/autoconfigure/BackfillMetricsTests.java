package io.retort.boot.autoconfigure;

import static io.retort.migration.Definitions.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.retort.RetortOptions;
import io.retort.migration.Migration;
import io.retort.revision.RevisionInfo;
import io.retort.run.BackfillProgress;
import io.retort.run.BackfillThrottle;
import io.retort.run.RunListener;
import io.retort.source.RevisionCode;
import io.retort.source.RevisionSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Metrics of backfills, and beans that make them wait, at the start of an application. */
class BackfillMetricsTests {

    private static final Migration FILL = op -> {
        op.execute("create table customer (id integer primary key, mail varchar(40), email varchar(40))");
        op.execute("insert into customer (id, mail) select x, 'mail ' || x from system_range(1, 10)");
        op.execute("update customer set email = 'own' where id > 8");
        op.backfill(
                "customer",
                set("email", "mail").where("email is null and mail <> 'mail 5'"),
                batches().rows(4));
        op.backfill("customer", set("mail", "'x'").where("mail is not null and mail <> 'x'"));
    };

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<String> seen = new ArrayList<>();

    private ApplicationContextRunner application(Migration migration) {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, RetortAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                        "retort.locations=classpath:nothing/here")
                .withBean(RevisionSource.class, () -> source(migration));
    }

    private static RevisionSource source(Migration migration) {
        RevisionInfo info =
                new RevisionInfo("0000cafe", List.of(), List.of(), List.of(), "fill", null, true, "db/0000cafe.java");
        return () -> List.of(new RevisionCode(info, () -> migration));
    }

    @Test
    void rowsAreCountedAndWhatIsLeftFalls() {
        application(FILL)
                .withBean(MeterRegistry.class, () -> registry)
                .withBean("watching", RunListener.class, this::watching)
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(registry.get("retort.backfill.rows.read")
                        .tag("table", "customer")
                        .counter()
                        .count())
                .isEqualTo(8 + 10);
        assertThat(registry.get("retort.backfill.rows.filled")
                        .tag("table", "customer")
                        .counter()
                        .count())
                .isEqualTo(7 + 10);
        assertThat(left("rows")).as("nothing runs any more").isZero();
        assertThat(left("time")).isZero();
        assertThat(seen).containsExactly("0 of 10", "4 of 10", "8 of 10", "8 of 10", "0 of 10", "10 of 10");
    }

    private double left(String what) {
        return registry.get("retort.backfill." + what + ".left")
                .tag("table", "customer")
                .gauge()
                .value();
    }

    private RunListener watching() {
        return new RunListener() {
            @Override
            public void backfill(BackfillProgress progress) {
                seen.add(progress.read() + " of " + progress.estimate());
            }
        };
    }

    @Test
    void withoutARegistryAndWithoutABackfillNothingIsMeasured() {
        application(FILL).run(context -> assertThat(context).hasNotFailed());
        application(op -> op.createTable("a", column("id", integer())))
                .withBean(MeterRegistry.class, () -> registry)
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void whatIsLeftIsTheSumOfRunningBackfillsAndUnknownIfOneIsUnknown() throws InterruptedException {
        BackfillMetrics metrics = new BackfillMetrics(() -> registry);
        metrics.backfill(new BackfillProgress("customer", 40, 40, 100L, java.time.Duration.ofSeconds(5)));
        Thread other = new Thread(
                () -> metrics.backfill(new BackfillProgress("customer", 0, 0, 30L, java.time.Duration.ofSeconds(9))));
        other.start();
        other.join();

        assertThat(left("rows")).isEqualTo(90);
        assertThat(left("time")).isEqualTo(9);
        assertThat(registry.get("retort.backfill.rows.read").counter().count())
                .as("rows of an earlier run are not counted")
                .isZero();

        metrics.backfill(new BackfillProgress("customer", 50, 45, null, null));
        assertThat(left("rows")).isNaN();
        assertThat(left("time")).isNaN();
        assertThat(registry.get("retort.backfill.rows.read").counter().count()).isEqualTo(10);
        metrics.end(null);
        assertThat(left("rows")).isEqualTo(30);
    }

    @Test
    void allThrottleBeansAreAskedBeforeEachBatch() {
        application(FILL)
                .withBean("first", BackfillThrottle.class, () -> progress -> {
                    seen.add("first at " + progress.read());
                    return Optional.empty();
                })
                .withBean("second", BackfillThrottle.class, () -> progress -> {
                    boolean again = seen.contains("second at " + progress.read());
                    seen.add("second at " + progress.read());
                    return again || progress.read() != 4 ? Optional.empty() : Optional.of("it is four");
                })
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(seen)
                .containsExactly(
                        "first at 0",
                        "second at 0",
                        "first at 4",
                        "second at 4",
                        "first at 4",
                        "second at 4",
                        "first at 8",
                        "second at 8",
                        "first at 0",
                        "second at 0");
    }

    @Test
    void aThrottleThatFailsEndsTheRunAndTheNextOneContinues() {
        String[] url = {"spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"};
        application(FILL)
                .withPropertyValues(url)
                .withBean(BackfillThrottle.class, () -> progress -> {
                    if (progress.read() == 4) {
                        throw new IllegalStateException("the replicas cannot be asked");
                    }
                    return Optional.empty();
                })
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("the replicas cannot be asked"));

        application(FILL)
                .withPropertyValues(url)
                .withBean("watching", RunListener.class, this::watching)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(count(context.getBean(DataSource.class), "mail = 'x'"))
                            .isEqualTo(10);
                });
        assertThat(seen.get(0)).isEqualTo("4 of 10");
    }

    /** A customizer of the options can replace the beans. */
    @Test
    void aCustomizerReplacesTheThrottle() {
        application(FILL)
                .withBean(BackfillThrottle.class, () -> progress -> Optional.of("for ever"))
                .withBean(
                        RetortOptionsCustomizer.class,
                        () -> (RetortOptions options) -> options.withThrottle(BackfillThrottle.NONE))
                .run(context -> assertThat(context).hasNotFailed());
    }

    private static int count(DataSource dataSource, String condition) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from customer where " + condition)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
