package io.retort.stories;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.stories.MavenBuild.Result;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The main use case: from an empty project to an upgraded database, and back to base. */
class MainJobStory {

    private static final String ACCOUNT = "src/main/java/com/example/ledger/Account.java";

    @TempDir
    Path folder;

    /** Other stories run each of its goals, and packaged applications, on H2 and PostgreSQL. */
    @OnDatabases(MARIADB)
    void anEntityChangesARevisionIsWrittenTheApplicationUpgradesItself(TestDb given) throws SQLException {
        mainJob(given);
    }

    @EnabledIfSystemProperty(named = "retort.full", matches = "true")
    @OnDatabases({H2, POSTGRESQL})
    void theSameOnOtherProducts(TestDb given) throws SQLException {
        mainJob(given);
    }

    private void mainJob(TestDb given) throws SQLException {
        try (TestDb db = shared(given)) {
            StoryProject project = StoryProject.copy("ledger", folder, db);
            initialisesOnce(project);
            writesTheFirstRevision(project);
            upgradesAndFindsNothing(project);
            writesTheSecondRevision(project);
            upgradesWhenItStarts(project, db);
            goesBackToTheBase(project, db);
        }
    }

    /** Several processes share the database, so H2 needs a file. */
    private TestDb shared(TestDb given) throws SQLException {
        return given.database() == TestDatabase.H2 ? given.server().newFileDatabase(folder) : given;
    }

    private static void initialisesOnce(StoryProject project) {
        Result first = succeeds(project.mvn("migrate:init"));
        assertThat(first.output()).contains("mvn migrate:revision");
        String written = project.read("src/main/java/db/revisions/package-info.java");
        succeeds(project.mvn("migrate:init"));
        assertThat(project.read("src/main/java/db/revisions/package-info.java")).isEqualTo(written);
    }

    private static void writesTheFirstRevision(StoryProject project) {
        Result result = succeeds(project.mvn("migrate:revision", "-Dmessage=create ledger"));
        assertThat(project.revisions()).hasSize(1);
        Path revision = project.revisions().get(0);
        assertThat(revision.getFileName().toString()).matches("R[0-9a-f]{12}_create_ledger\\.java");
        assertThat(result.output())
                .contains("src/main/java/db/revisions/" + revision.getFileName())
                .contains("+ table account")
                .contains("+ table booking")
                .contains("mvn migrate:upgrade")
                .doesNotContain("RUNNER");
        assertThat(project.read(revision)).contains("op.createTable(", "\"account\"", "op.dropTable(\"account\");");
    }

    private static void upgradesAndFindsNothing(StoryProject project) {
        Result behind = succeeds(project.mvn("migrate:revision", "-Dmessage=too early"));
        assertThat(behind.output())
                .contains("Nothing to do: entities and history agree.")
                .containsPattern("because the database lacks 1 revision of it: [0-9a-f]{12} \\(create ledger\\)");
        assertThat(project.revisions()).hasSize(1);

        succeeds(project.mvn("migrate:upgrade"));
        Result nothing = succeeds(project.mvn("migrate:revision", "-Dmessage=nothing", "migrate:check"));
        assertThat(nothing.output()).contains("Nothing to do");
        assertThat(project.revisions()).hasSize(1);
    }

    private static void writesTheSecondRevision(StoryProject project) {
        project.edit(ACCOUNT, "    private LocalDate opened;", """
                    private LocalDate opened;

                    @Column(length = 100)
                    private String email;
                """.indent(0).stripTrailing());
        Result differs = project.mvn("migrate:check");
        assertThat(differs.succeeded()).isFalse();
        assertThat(differs.output())
                .contains("+ column account.email varchar(100)")
                .contains("exit 4");

        Result result = succeeds(project.mvn("migrate:revision", "-Dmessage=add email", "-Dformat=sql"));
        assertThat(result.output()).contains("+ column account.email varchar(100)");
        assertThat(project.revisions()).hasSize(2);
    }

    private static void upgradesWhenItStarts(StoryProject project, TestDb db) throws SQLException {
        succeeds(project.mvn("package"));
        assertThat(project.libraries())
                .anyMatch(jar -> jar.contains("retort-core"))
                .noneMatch(jar -> jar.contains("retort-diff"))
                .noneMatch(jar -> jar.contains("schemacrawler"))
                .noneMatch(jar -> jar.contains("thymeleaf"));
        Result first = succeeds(project.start());
        assertThat(first.output()).contains("add email").contains("RUNNER accounts: 0");
        Result second = succeeds(project.start());
        assertThat(second.output()).contains("nothing to do").contains("RUNNER accounts: 0");
        assertThat(db.query("select email from account")).isEmpty();
    }

    private static void goesBackToTheBase(StoryProject project, TestDb db) throws SQLException {
        Result script = succeeds(project.mvn("migrate:upgrade", "-Dsql"));
        assertThat(script.output()).containsIgnoringCase("create table account");
        Result talk = succeeds(project.mvn("migrate:downgrade", "-Dtarget=-1", "migrate:current", "migrate:history"));
        assertThat(talk.output()).contains("create ledger");
        succeeds(project.mvn("migrate:downgrade", "-Dtarget=base"));
        assertThat(tables(db)).containsExactly("retort_revision");
    }

    /** Returns tables and sequences; MariaDB lists sequences as tables. */
    private static List<String> tables(TestDb db) throws SQLException {
        if (db.database() == MARIADB) {
            return db.query("select table_name from information_schema.tables where table_schema = database()");
        }
        return db.query(
                "select lower(table_name) from information_schema.tables where table_schema = current_schema()"
                        + " union all"
                        + " select lower(sequence_name) from information_schema.sequences where sequence_schema = current_schema()");
    }

    private static Result succeeds(Result result) {
        assertThat(result.succeeded()).as(result.output()).isTrue();
        return result;
    }
}
