package io.retort.stories;

import static io.retort.testkit.TestDatabase.H2;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.stories.MavenBuild.Result;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import io.retort.testkit.dump.SchemaDump;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A team squashes its history: an old database records the squash, a new one runs it, one in between catches up first. */
class SquashStory {

    private static final String ACCOUNT = "src/main/java/com/example/ledger/Account.java";
    private static final String PROPERTIES = "src/main/resources/application.properties";

    @TempDir
    Path folder;

    @OnDatabases(H2)
    void aHistoryBecomesOneRevision(TestDb given) throws SQLException {
        try (TestDb old = given.server().newFileDatabase(folder.resolve("old"));
                TestDb between = given.server().newFileDatabase(folder.resolve("between"));
                TestDb fresh = given.server().newFileDatabase(folder.resolve("fresh"))) {
            StoryProject project = StoryProject.copy("ledger", folder, old);
            String properties = project.read(PROPERTIES);
            succeeds(project.mvn("migrate:dev", "-Dmessage=create ledger"));
            project.write(PROPERTIES, properties.replace(old.url(), between.url()));
            succeeds(project.mvn("migrate:upgrade"));
            project.write(PROPERTIES, properties);
            project.edit(
                    ACCOUNT,
                    "    private LocalDate opened;",
                    "    private LocalDate opened;\n\n    private String note;");
            succeeds(project.mvn("migrate:revision", "-Dmessage=add note", "-Dformat=java"));
            project.write("src/main/resources/db/revisions/5eed00_seed.sql", """
                    -- revision: 5eed00
                    -- parent: %s
                    -- message: seed

                    -- upgrade
                    insert into account (iban, kind) values ('DE00', 'PRIVATE');

                    -- downgrade
                    delete from account where iban = 'DE00';
                    """.formatted(addNote(project)));
            succeeds(project.mvn("migrate:upgrade"));

            Result open = project.mvn("migrate:squash");
            assertThat(open.exitCode()).isEqualTo(1);
            assertThat(open.output()).contains("A question needs an answer", "-Dkeep=\"5eed00:1\"");
            Result squash = succeeds(project.mvn("migrate:squash", "-Dkeep=5eed00:1", "-DrevId=5c1e00"));
            assertThat(squash.output()).contains("built both ways on H2", "equal", "kept: 5eed00:1");
            assertThat(succeeds(project.mvn("migrate:history", "migrate:check")).output())
                    .contains("replaces 3");

            assertThat(succeeds(project.mvn("migrate:upgrade")).output()).contains("replaces 3 revisions");
            List<String> expected = dump(old);
            project.write(PROPERTIES, properties.replace(old.url(), between.url()));
            assertThat(succeeds(project.mvn("migrate:upgrade")).output()).contains("2 revisions");
            assertThat(dump(between)).isEqualTo(expected);
            project.write(PROPERTIES, properties.replace(old.url(), fresh.url()));
            assertThat(succeeds(project.mvn("migrate:upgrade")).output()).contains("1 revision");
            assertThat(dump(fresh)).isEqualTo(expected);

            project.write(PROPERTIES, properties);
            Result unconfirmed = project.mvn("migrate:squash", "-Dfinish");
            assertThat(unconfirmed.exitCode()).isEqualTo(1);
            assertThat(unconfirmed.output()).contains("5eed00_seed.sql", "mvn migrate:squash -Dfinish -Dyes");
            succeeds(project.mvn("migrate:squash", "-Dfinish", "-Dyes"));
            assertThat(project.revisions()).hasSize(1);
            assertThat(succeeds(project.mvn("migrate:upgrade", "migrate:check")).output())
                    .contains("Nothing to do")
                    .contains("Entities and database agree.");
            assertThat(old.query("select iban from account")).containsExactly("DE00");
        }
    }

    private static String addNote(StoryProject project) {
        return project.revisions().stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith("_add_note.java"))
                .map(name -> name.substring(1, name.indexOf('_')))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> dump(TestDb db) throws SQLException {
        return SchemaDump.of(db)
                .without("retort_")
                .withoutPlaces()
                .naming("(uk|fk|ix|ck|uq)\\w*")
                .lines();
    }

    private static Result succeeds(Result result) {
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result;
    }
}
