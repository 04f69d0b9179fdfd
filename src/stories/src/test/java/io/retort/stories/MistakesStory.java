package io.retort.stories;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.stories.MavenBuild.Result;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** User errors produce a message without a stack trace, and nothing is lost. */
class MistakesStory {

    private static final String REVISIONS = "src/main/java/db/revisions/";

    @TempDir
    Path folder;

    @OnDatabases(H2)
    void mistakesInTheProject(TestDb given) throws SQLException {
        try (TestDb db = given.server().newFileDatabase(folder)) {
            StoryProject project = StoryProject.copy("ledger", folder, db);
            aMessageIsMissing(project);
            aNameIsMisspelt(project);
            theDatabaseRefusesThePassword(project);
            asJson(project);
            helpIsPrinted(project);
            anIdDoesNotFitItsFile(project);
            twoHeads(project);
            aFileDoesNotCompile(project);
            aDeletedRevisionIsLeftInTarget(project);
            noEntity(project);
            aMappingIsBroken(project);
        }
    }

    private static void aMessageIsMissing(StoryProject project) {
        assertThat(fails(project.mvn("migrate:revision")).output())
                .contains("-Dmessage=")
                .doesNotContain("compiler");
        assertThat(project.revisions()).isEmpty();
    }

    private static void aNameIsMisspelt(StoryProject project) {
        assertThat(fails(project.mvn("migrate:downgrade", "-Dtarget=base", "-Dplam"))
                        .output())
                .contains("There is no option -Dplam; did you mean -Dplan? Nothing was run.")
                .doesNotContain("compiler");
        assertThat(fails(project.mvn("migrate:upgrade", "-Dretort.tabel=x")).output())
                .contains("There is no property retort.tabel; did you mean retort.table?");
        assertThat(succeeds(project.mvn("migrate:current", "-Dverbos", "-Dretort.tabel=x"))
                        .output())
                .contains("There is no option -Dverbos; did you mean -Dverbose?")
                .contains("Warning: There is no property retort.tabel; did you mean retort.table?");
    }

    /** Standard output is one object, both if the goal finds the mistake and if the application does; a file has Maven's log. */
    private static void asJson(StoryProject project) {
        assertThat(line(fails(json(project, "migrate:revision"))))
                .isEqualTo(
                        "{\"retort\":1,\"exit\":2,\"failure\":{\"problem\":\"A revision needs a message.\",\"detail\":\"\","
                                + "\"where\":null,\"remedy\":\"Type for example: mvn migrate:revision -Dmessage=\\\"add email to"
                                + " customer\\\"\",\"commands\":[\"mvn migrate:revision -Dmessage=\\\"add email to customer\\\"\"]}}");
        assertThat(line(fails(json(project, "migrate:downgrade", "-Dtarget=base", "-Dplam"))))
                .startsWith(
                        "{\"retort\":1,\"exit\":2,\"failure\":{\"problem\":\"There is no option -Dplam; did you mean -Dplan?")
                .endsWith("}}")
                .hasLineCount(1);
        assertThat(line(fails(json(project, "migrate:upgrade", "-Dtarget=nope"))))
                .startsWith("{\"retort\":1,\"exit\":2,\"failure\":{\"problem\":\"Cannot upgrade to \\\"nope\\\"")
                .endsWith("}}")
                .hasLineCount(1);
        assertThat(line(succeeds(json(project, "migrate:heads"))))
                .startsWith("{\"retort\":1,\"exit\":0,\"heads\":")
                .hasLineCount(1);
    }

    /** Debian's Maven writes an escape sequence around the line. */
    private static String line(Result result) {
        return result.output().replace("\u001b[0m", "").strip();
    }

    private static Result json(StoryProject project, String... words) {
        List<String> all = new ArrayList<>(List.of("-q", "-l", "maven.log", "-Djson"));
        all.addAll(List.of(words));
        return project.mvn(all.toArray(String[]::new));
    }

    private static void helpIsPrinted(StoryProject project) {
        assertThat(succeeds(project.mvn("-q", "migrate:help")).output())
                .contains("mvn migrate:revision", "mvn migrate:check");
        assertThat(succeeds(project.mvn("-q", "migrate:help", "migrate:init", "-Dgoal=stamp"))
                        .output())
                .contains("-Dtarget", "-Dpurge", "db/revisions");
    }

    /** An earlier goal has created the database, with its user and password. */
    private static void theDatabaseRefusesThePassword(StoryProject project) {
        Result refused = fails(project.mvn("migrate:current", "-Dspring.datasource.password=s3cret"));
        assertThat(refused.output()).contains("Wrong user name or password").doesNotContain("s3cret");
    }

    private static void anIdDoesNotFitItsFile(StoryProject project) {
        project.write(REVISIONS + "R111111111111_first.java", revision("222222222222", "", "R111111111111_first", ""));
        Result refused = fails(project.mvn("migrate:upgrade"));
        assertThat(refused.output()).contains("222222222222").contains("R111111111111_first");
        project.write(REVISIONS + "R111111111111_first.java", revision("111111111111", "", "R111111111111_first", ""));
    }

    private static void twoHeads(StoryProject project) {
        project.write(
                REVISIONS + "Raaaaaaaaaaaa_left.java",
                revision("aaaaaaaaaaaa", "111111111111", "Raaaaaaaaaaaa_left", ""));
        project.write(
                REVISIONS + "Rbbbbbbbbbbbb_right.java",
                revision("bbbbbbbbbbbb", "111111111111", "Rbbbbbbbbbbbb_right", ""));
        Result refused = fails(project.mvn("migrate:upgrade"));
        assertThat(refused.output())
                .contains("two heads")
                .contains("aaaaaaaaaaaa")
                .contains("bbbbbbbbbbbb")
                .contains("mvn migrate:merge")
                .contains("-Dtarget=heads");
        if (Boolean.getBoolean("retort.full")) {
            assertThat(fails(project.mvn("migrate:revision", "-Dmessage=third")).output())
                    .contains("aaaaaaaaaaaa")
                    .contains("bbbbbbbbbbbb");
        }
    }

    private static void aFileDoesNotCompile(StoryProject project) {
        project.edit(REVISIONS + "Rbbbbbbbbbbbb_right.java", "parent = \"111111111111\"", "parent = \"aaaaaaaaaaaa\"");
        project.edit(
                REVISIONS + "Rbbbbbbbbbbbb_right.java", "implements Migration {", "implements Migration { nonsense");
        assertThat(project.mvn("migrate:upgrade").output())
                .contains("Rbbbbbbbbbbbb_right.java")
                .contains("COMPILATION ERROR");
        project.edit(REVISIONS + "Rbbbbbbbbbbbb_right.java", " nonsense", "");
        succeeds(project.mvn("migrate:upgrade"));
    }

    private static void aDeletedRevisionIsLeftInTarget(StoryProject project) {
        String source = "src/main/resources/db/revisions/cccccccccccc_gone.sql";
        String copy = "target/classes/db/revisions/cccccccccccc_gone.sql";
        project.write(source, """
                -- revision: cccccccccccc
                -- parent: bbbbbbbbbbbb
                -- message: gone
                -- upgrade
                create table gone (id bigint);
                -- downgrade
                drop table gone;
                """);
        project.write(copy, project.read(project.folder().resolve(source)));
        project.delete(source);

        String reason = "The revision cccccccccccc (gone) exists only in " + copy;
        assertThat(fails(project.mvn("migrate:upgrade")).output()).contains(reason, "mvn clean");
        assertThat(succeeds(project.mvn("migrate:history")).output()).contains("Warning: " + reason);
        project.write(source, project.read(project.folder().resolve(copy)));
        assertThat(succeeds(project.mvn("migrate:history")).output()).doesNotContain("Warning");
        project.delete(source);
        assertThat(succeeds(project.mvn("migrate:upgrade")).output())
                .contains("Deleted " + copy + ", because its source was deleted", "Nothing to do");
    }

    private static void aMappingIsBroken(StoryProject project) {
        project.edit("src/main/java/com/example/ledger/Account.java", "public class", "@Entity\npublic class");
        Result refused = fails(project.mvn("migrate:check"));
        assertThat(refused.output())
                .contains("Hibernate cannot use the entities: ")
                .contains("Correct the mapping")
                .doesNotContain("***");
    }

    private static void noEntity(StoryProject project) {
        for (String entity : List.of("Account", "Booking")) {
            project.edit("src/main/java/com/example/ledger/" + entity + ".java", "@Entity\n", "");
        }
        Result refused = fails(project.mvn("migrate:revision", "-Dmessage=nothing there"));
        assertThat(refused.output()).contains("no entity");
    }

    @OnDatabases({POSTGRESQL, MARIADB})
    void aMissingDatabase(TestDb db) throws SQLException {
        StoryProject project = StoryProject.copy("ledger", folder, db);
        String url = db.url().replaceAll("(//[^/]+/)[^?]*", "$1no_such_database");
        Result refused = fails(project.mvn("migrate:revision", "-Dmessage=x", "-Dspring.datasource.url=" + url));
        assertThat(refused.output()).contains("no_such_database").contains("spring.datasource.url");
    }

    @OnDatabases({POSTGRESQL, MARIADB})
    void aFailingStatement(TestDb db) throws SQLException {
        StoryProject project = StoryProject.copy("ledger", folder, db);
        String body = "op.createTable(\"made\", column(\"id\", bigint()));\n"
                + "        op.execute(\"insert into missing_table values (1)\");";
        project.write(
                REVISIONS + "R111111111111_first.java", revision("111111111111", "", "R111111111111_first", body));
        Result failed = fails(project.mvn("migrate:upgrade"));
        assertThat(failed.output())
                .contains("Revision 111111111111 (a revision) failed while upgrading.")
                .contains("operation 2 of 2")
                .contains("insert into missing_table values (1)")
                .contains(db.database() == POSTGRESQL ? "was rolled back" : "create table made");
    }

    private static String revision(String id, String parent, String className, String body) {
        return """
                package db.revisions;

                import static io.retort.migration.Definitions.*;

                import io.retort.migration.Migration;
                import io.retort.migration.Operations;
                import io.retort.migration.Revision;

                @Revision(id = "%s", parent = "%s", message = "a revision")
                public class %s implements Migration {

                    @Override
                    public void upgrade(Operations op) {
                        %s
                    }
                }
                """.formatted(id, parent, className, body).replace("parent = \"\", ", "");
    }

    private static Result succeeds(Result result) {
        assertThat(result.succeeded()).as(result.output()).isTrue();
        return result;
    }

    private static Result fails(Result result) {
        assertThat(result.succeeded()).as(result.output()).isFalse();
        assertThat(result.output()).doesNotContain("\tat ").doesNotContain("Exception in thread");
        return result;
    }
}
