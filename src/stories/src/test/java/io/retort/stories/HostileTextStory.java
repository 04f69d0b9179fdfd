package io.retort.stories;

import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.stories.MavenBuild.Result;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/**
 * Text that a terminal would obey, in a revision, in a name and in what is typed. It is printed by the goals, by Maven after
 * its {@code [ERROR]}, and by the log of the application.
 */
class HostileTextStory {

    private static final String WRITTEN = "\u001b[31mred \u202eleft \u009b2J \u001b[K back </script>";

    /** A carriage return ends a line of a file. */
    private static final String TYPED = WRITTEN.replace("back", "back\rspaces");

    private static final String SHOWN = "\\u001b[31mred \\u202eleft \\u009b2J \\u001b[K back";

    @TempDir
    Path folder;

    @OnDatabases(POSTGRESQL)
    void nothingIsObeyed(TestDb db) {
        StoryProject project = StoryProject.copy("ledger", folder, db);
        revision(project, "a1", "", WRITTEN, "create table \"t " + WRITTEN + "\" (id int)");
        revision(project, "b2", "a1", WRITTEN, "insert into \"t " + WRITTEN + "\" values ('" + WRITTEN + "')");

        shown(project.mvn("migrate:history", "-Dverbose"), 0);
        shown(project.mvn("migrate:upgrade", "-X"), 1);
        shown(project.mvn("migrate:upgrade", "-e"), 1);
        shown(project.mvn("migrate:current"), 0);
        shown(project.mvn("migrate:upgrade", "-Dtarget=" + TYPED + "\n[INFO] BUILD SUCCESS"), 1);
        shown(project.mvn("migrate:help", "-Dgoal=" + TYPED), 1);
        shown(project.mvn("migrate:upgrade", "-Dplan=" + TYPED), 1);
        shown(project.mvn("migrate:current", "-Dmigrate.mainClass=" + TYPED), 1);
        started(project);
        shown(project.mvn("migrate:init", "-Dmigrate.package=db." + TYPED.replace("/", "")), 0);
    }

    private static void started(StoryProject project) {
        assertThat(project.mvn("-q", "package", "-DskipTests").succeeded()).isTrue();
        Result start = project.start();
        assertThat(start.exitCode()).isNotZero();
        safe(start.output());
        assertThat(start.output()).contains("Revision b2 (" + SHOWN);
    }

    private static void shown(Result result, int exit) {
        assertThat(result.exitCode()).as(result.output()).isEqualTo(exit);
        safe(result.output());
        assertThat(result.output()).contains(SHOWN);
        assertThat(result.output().lines())
                .filteredOn(line -> line.equals("[INFO] BUILD SUCCESS"))
                .hasSize(exit == 0 ? 1 : 0);
    }

    /** Maven's and Spring Boot's own colours are switched off in a pipe; Debian's Maven ends with one sequence. */
    private static void safe(String output) {
        assertThat(output.replace("\u001b[0m", "").chars())
                .as(output)
                .noneMatch(sign -> sign < ' ' && sign != '\n' && sign != '\t'
                        || sign >= 0x7f && sign < 0xa0
                        || sign >= 0x202a && sign <= 0x202e);
    }

    private static void revision(StoryProject project, String id, String parent, String message, String sql) {
        project.write(
                "src/main/resources/db/revisions/" + id + "_x.sql",
                "-- revision: " + id + "\n" + (parent.isEmpty() ? "" : "-- parent: " + parent + "\n") + "-- message: "
                        + message + "\n-- upgrade\n" + sql + ";\n-- downgrade\n");
    }
}
