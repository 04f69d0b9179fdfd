package io.retort.boot.tool;

import static io.retort.testkit.TestDatabase.H2;
import static org.assertj.core.api.Assertions.assertThat;

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

    @OnDatabases(H2)
    void otherFormatsOfRevisionsRun(TestDb db) throws SQLException {
        Dialogue dialogue = new Dialogue(
                db, List.of("classpath:story"), Path.of("target", "nowhere"), Map.of("retort.revision.format", "sql"));
        assertThat(dialogue.ask("upgrade heads")).contains("5 revisions in");
    }

    @Test
    void failuresOfToolsHaveNoNamesOfExceptions() {
        assertThat(ToolBean.words(new IllegalStateException(
                        "liquibase.exception.LiquibaseException: liquibase.exception.MigrationFailedException: Migration"
                                + " failed for changeset db/a.sql::1::ann:\n     Reason:"
                                + " liquibase.exception.DatabaseException: Table \"X\" not found")))
                .isEqualTo("Migration failed for changeset db/a.sql::1::ann:\n     Reason: Table \"X\" not found");
    }
}
