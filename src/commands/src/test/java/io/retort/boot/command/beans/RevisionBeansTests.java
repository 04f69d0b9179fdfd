package io.retort.boot.command.beans;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.retort.boot.command.ToolInside;
import io.retort.boot.command.ToolInside.Answer;
import io.retort.boot.command.beans.app.CrateApplication;
import io.retort.boot.command.beans.eager.EagerApplication;
import io.retort.error.ExitStatus;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Revisions that use beans have the same effect in a command and on application start. */
@Tag("long")
class RevisionBeansTests {

    private static final String HISTORY = "io.retort.boot.command.beans.history";
    private static final String EARLY = "io.retort.boot.command.beans.early";
    private static final String ROWS = "select id || ' ' || label from crate order by id";
    private static final List<String> FILLED = List.of("41 by a client", "42 label 1");

    @OnDatabases({H2, POSTGRESQL})
    void aCommandGivesThemTheBeansThatAStartGives(TestDb db) throws SQLException {
        start(db, HISTORY);
        assertThat(db.query(ROWS)).isEqualTo(FILLED);

        assertThat(run(db, HISTORY, "downgrade base").seen()).contains("3 revisions");
        assertThat(run(db, HISTORY, "plan heads").seen()).contains("be000001", "be000002", "be000003");
        Answer upgraded = run(db, HISTORY, "upgrade head");
        assertThat(upgraded.outcome().status()).as(upgraded.seen()).isEqualTo(ExitStatus.OK);
        assertThat(db.query(ROWS)).isEqualTo(FILLED);
        assertThat(run(db, HISTORY, "check").outcome().status()).isEqualTo(ExitStatus.OK);
        assertThat(run(db, HISTORY, "repair").seen()).contains("Nothing to do");
    }

    @OnDatabases(H2)
    void commandsThatRunNothingCreateNoBean(TestDb db) {
        for (String command : List.of("script", "upgrade heads --sql", "history", "show heads", "current")) {
            assertThat(run(db, HISTORY, command).seen())
                    .as(command)
                    .doesNotContain("requires beans")
                    .doesNotContain("Exception")
                    .doesNotContain("was created");
        }
    }

    @OnDatabases({H2, POSTGRESQL})
    void oneThatNeedsJpaTooEarlyIsRefusedByBothBeforeAnythingRuns(TestDb db) throws SQLException {
        String reason =
                "Rbf000001_too_early requires beans that are not available: one of CrateRepository needs JPA, which"
                        + " starts only after the revisions of phase START have run.";
        Throwable failure = catchThrowable(() -> start(db, EARLY));
        assertThat(failure).hasStackTraceContaining(reason);

        for (String command : List.of("upgrade head", "plan head")) {
            Answer answer = run(db, EARLY, command);
            assertThat(answer.outcome().status()).isEqualTo(ExitStatus.FAILED);
            assertThat(answer.seen())
                    .contains(reason, "Phase.AFTER_START", "op.work")
                    .doesNotContain("\tat ");
        }
        assertThat(db.query("select count(*) from information_schema.tables where table_name = 'crate'"))
                .containsExactly("0");
    }

    private static void start(TestDb db, String locations) {
        Map<String, Object> properties = properties(db, locations);
        properties.put("spring.profiles.active", "start");
        properties.put("spring.jpa.hibernate.ddl-auto", "validate");
        new SpringApplicationBuilder(CrateApplication.class)
                .web(WebApplicationType.NONE)
                .properties(properties)
                .run()
                .close();
    }

    /** The database is a port on which no server listens. */
    @Test
    void aBeanThatNeedsTheDatabaseBeforeJpaIsNamed() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.datasource.url", "jdbc:postgresql://localhost:1/crates");
        properties.put("retort.locations", HISTORY);
        properties.put("retort.interactive", "false");

        for (String command : List.of("check --offline", "check")) {
            Answer answer = new ToolInside(EagerApplication.class, properties).run(command);

            assertThat(answer.outcome().status()).isEqualTo(ExitStatus.FAILED);
            assertThat(answer.seen())
                    .contains(
                            "The entities cannot be read without a database: JPA needs the bean settingOfDatabase, which"
                                    + " connects to the database when it is created, and no database answered (Connection to"
                                    + " localhost:1 refused.")
                    .contains("Start the database, or let the bean connect when it is first used.")
                    .doesNotContain("\tat ");
        }
    }

    private static Answer run(TestDb db, String locations, String command) {
        return new ToolInside(CrateApplication.class, properties(db, locations)).run(command);
    }

    private static Map<String, Object> properties(TestDb db, String locations) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.datasource.url", db.url());
        properties.put("spring.datasource.username", db.user());
        properties.put("spring.datasource.password", db.password());
        properties.put("retort.locations", locations);
        properties.put("retort.interactive", "false");
        return properties;
    }
}
