package io.retort.stories;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.stories.MavenBuild.Result;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The jars of two releases of an application use one database. */
class TwoReleasesStory {

    private static final String FOLDER = "src/main/resources/db/revisions/";

    @TempDir
    Path folder;

    @OnDatabases(POSTGRESQL)
    void theOlderJarStartsBesideAnAdditionAndGoesBackFromADrop(TestDb given) throws Exception {
        twoReleases(given);
    }

    @EnabledIfSystemProperty(named = "retort.full", matches = "true")
    @OnDatabases(H2)
    void theSameOnH2(TestDb given) throws Exception {
        twoReleases(given);
    }

    private void twoReleases(TestDb given) throws Exception {
        try (TestDb db = given.database() == H2
                ? given.server().newFileDatabase(folder)
                : given.server().newDatabase()) {
            StoryProject project = StoryProject.copy("ledger", folder, db);
            revision(project, "a1", "", """
                    create table account (id bigint primary key, iban varchar(34), kind varchar(255),
                        balance numeric(12, 2), opened date, fax varchar(20))""", "drop table account");
            Path older = packaged(project, "older.jar");
            revision(project, "b2", "a1", """
                    alter table account add note varchar(20);
                    -- means: addColumn("account", column("note", varchar(20)))""", "alter table account drop column note");
            revision(project, "c3", "b2", """
                    alter table account drop column fax;
                    -- means: dropColumn("account", column("fax", varchar(20)))""", "alter table account add fax varchar(20)");
            Path newer = packaged(project, "newer.jar");

            succeeds(run(older, ""));
            db.execute("insert into account (id, kind, fax) values (1, 'PRIVATE', '030')");
            succeeds(run(newer, "upgrade b2"));
            db.execute("update account set note = 'n'");

            assertThat(succeeds(run(older, "")).output())
                    .contains("RUNNER accounts: 1")
                    .contains("b2 (step b2)");
            assertThat(db.query("select id, fax, note from account")).containsExactly("1|030|n");

            assertThat(succeeds(run(newer, "")).output()).contains("RUNNER accounts: 1");
            Result refused = run(older, "");
            assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
            assertThat(refused.output())
                    .contains("APPLICATION FAILED TO START", "RETORT_COMMAND=\"switch\"")
                    .contains("revision c3 (step c3) drops column account.fax.")
                    .doesNotContain("RUNNER");
            assertThat(db.query("select id, note from account")).containsExactly("1|n");

            Result back = succeeds(run(older, "switch --yes"));
            assertThat(back.output()).contains("lost: column account.note, 1 of 1 row has a value");
            assertThat(db.query("select id, kind, fax from account")).containsExactly("1|PRIVATE|null");
            assertThat(revisions(db)).containsExactly("a1");
            assertThat(succeeds(run(older, "")).output()).contains("RUNNER accounts: 1");
            succeeds(run(newer, ""));
            assertThat(revisions(db)).containsExactly("a1", "b2", "c3");
        }
    }

    private static List<String> revisions(TestDb db) throws SQLException {
        return db.query("select id from retort_revision order by id");
    }

    private static void revision(StoryProject project, String id, String parent, String upgrade, String downgrade) {
        project.write(
                FOLDER + id + "_step.sql",
                "-- revision: " + id + "\n" + (parent.isEmpty() ? "" : "-- parent: " + parent + "\n")
                        + "-- message: step " + id + "\n-- upgrade\n" + upgrade + ";\n-- downgrade\n" + downgrade
                        + ";\n");
    }

    private Path packaged(StoryProject project, String name) throws IOException {
        succeeds(project.mvn("package"));
        return Files.copy(project.jar(), folder.resolve(name));
    }

    /** Starts an application, or runs a command of it. */
    private Result run(Path jar, String command) {
        List<String> words = MavenBuild.application();
        words.addAll(List.of("-jar", jar.toString()));
        ProcessBuilder program = new ProcessBuilder(words).directory(folder.toFile());
        if (!command.isEmpty()) {
            program.environment().put("RETORT_COMMAND", command);
        }
        return Processes.run(program, 4, TimeUnit.MINUTES);
    }

    private static Result succeeds(Result result) {
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result;
    }
}
