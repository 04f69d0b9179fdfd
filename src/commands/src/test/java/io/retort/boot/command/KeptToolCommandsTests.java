package io.retort.boot.command;

import static io.retort.testkit.TestDatabase.H2;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.command.tenant.app.ManyTenants;
import io.retort.error.ExitStatus;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Commands where another tool runs all migrations. */
class KeptToolCommandsTests {

    /** Even if the application has revisions of Retort, they are not run, and no table is created for them. */
    @OnDatabases(H2)
    void revisionsOfRetortAreNotRun(TestDb db) throws SQLException {
        for (String format : List.of("flyway", "Liquibase")) {
            Dialogue dialogue = new Dialogue(
                    db,
                    List.of("classpath:story"),
                    Path.of("target", "nowhere"),
                    Map.of("retort.revision.format", format));
            for (String command : List.of(
                    "upgrade heads",
                    "upgrade heads --sql",
                    "downgrade base",
                    "stamp heads",
                    "switch",
                    "repair",
                    "adopt",
                    "dev",
                    "merge",
                    "squash")) {
                Dialogue.Answer answer = dialogue.tryTo(command);
                assertThat(answer.status()).as(command).isEqualTo(ExitStatus.USAGE);
                assertThat(answer.talk())
                        .as(command)
                        .containsIgnoringCase(
                                format + " runs the migrations of this application (retort.revision.format)")
                        .contains("mvn migrate:revision -Dmessage=");
            }
            assertThat(dialogue.tables()).isEmpty();
        }
    }

    /** Commands that process all tenants together are refused, too. */
    @OnDatabases(H2)
    void revisionsOfRetortAreNotRunForTenants(TestDb db) throws SQLException {
        db.execute("create schema north", "create schema south");
        for (String command : List.of("upgrade", "downgrade base", "stamp heads", "switch", "upgrade --tenant=NORTH")) {
            ToolInside.Answer answer = tenants(db, command, "flyway");
            assertThat(answer.outcome().status()).as(command).isEqualTo(ExitStatus.USAGE);
            assertThat(answer.seen())
                    .as(command)
                    .contains("Flyway runs the migrations of this application (retort.revision.format)");
        }
        assertThat(db.query("select count(*) from information_schema.tables where table_schema in ('NORTH', 'SOUTH')"))
                .containsExactly("0");
        assertThat(tenants(db, "upgrade", "sql").outcome().status()).isEqualTo(ExitStatus.OK);
    }

    /** A misspelt format would let Retort run revisions next to the tool. */
    @OnDatabases(H2)
    void aMisspeltFormatIsNamed(TestDb db) throws SQLException {
        db.execute("create schema north", "create schema south");
        for (String command : List.of("upgrade", "stamp heads", "merge", "revision --message=x --empty", "switch")) {
            ToolInside.Answer answer = tenants(db, command, "flyaway");
            assertThat(answer.outcome().status()).as(command).isEqualTo(ExitStatus.USAGE);
            assertThat(answer.seen())
                    .as(command)
                    .contains("retort.revision.format is \"flyaway\", which is not a format; did you mean flyway?");
        }
        assertThat(tenants(db, "history", "flyaway").seen())
                .contains("! Warning: retort.revision.format is \"flyaway\", which is not a format");
        assertThat(tenants(db, "upgrade", "yaml").seen())
                .contains("which is not a format; the formats are java, sql, flyway, liquibase.");
        assertThat(tenants(db, "upgrade", " SQL ").outcome().status()).isEqualTo(ExitStatus.OK);
    }

    private static ToolInside.Answer tenants(TestDb db, String command, String format) {
        return new ToolInside(
                        ManyTenants.class,
                        Map.of(
                                "spring.datasource.url",
                                db.url(),
                                "spring.datasource.username",
                                db.user(),
                                "retort.locations",
                                "classpath:units/billing",
                                "retort.tenants.schemas",
                                "NORTH,SOUTH",
                                "retort.interactive",
                                "false",
                                "retort.revision.format",
                                format))
                .run(command);
    }

    /** A revision that nothing runs is not written, whatever its own format is. */
    @OnDatabases(H2)
    void noFormatOfRetortIsWrittenWhereAnotherToolRuns(TestDb db) {
        Dialogue dialogue = new Dialogue(
                db,
                List.of("classpath:story"),
                Path.of("target", "nowhere"),
                Map.of("retort.revision.format", "liquibase"));
        for (String format : List.of("java", "sql")) {
            Dialogue.Answer answer = dialogue.tryTo("revision --empty --message=x --format=" + format);
            assertThat(answer.status()).isEqualTo(ExitStatus.USAGE);
            assertThat(answer.talk())
                    .contains("Liquibase runs the migrations of this application", "remove the property first");
        }
        assertThat(Path.of("target", "nowhere")).doesNotExist();
    }

    @OnDatabases(H2)
    void otherFormatsOfRevisionsRun(TestDb db) throws SQLException {
        Dialogue dialogue = new Dialogue(
                db, List.of("classpath:story"), Path.of("target", "nowhere"), Map.of("retort.revision.format", "sql"));
        assertThat(dialogue.ask("upgrade heads")).contains("5 revisions in");
    }

    @Test
    void failuresOfToolsHaveNoNamesOfExceptions() {
        assertThat(ToolBean.messageOf(new IllegalStateException(
                        "liquibase.exception.LiquibaseException: liquibase.exception.MigrationFailedException: Migration"
                                + " failed for changeset db/a.sql::1::ann:\n     Reason:"
                                + " liquibase.exception.DatabaseException: Table \"X\" not found")))
                .isEqualTo("Migration failed for changeset db/a.sql::1::ann:\n     Reason: Table \"X\" not found");
    }
}
