package io.retort.stories;

import static io.retort.testkit.TestDatabase.H2;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.stories.MavenBuild.Result;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

/** The commands without Maven and sources: the packaged application is its own tool. */
class PackagedStory {

    @TempDir
    Path folder;

    @OnDatabases(H2)
    void theJarIsItsOwnTool(TestDb given) throws SQLException {
        try (TestDb db = given.server().newFileDatabase(folder)) {
            StoryProject project = StoryProject.copy("ledger", folder, db);
            project.write("src/main/resources/db/revisions/a1b2_make_note.sql", """
                    -- revision: a1b2
                    -- message: make note
                    -- upgrade
                    create table note (id bigint primary key);
                    -- downgrade
                    drop table note;
                    """);
            assertThat(project.mvn("package").exitCode()).isZero();

            Result behind = project.start("-Dretort.command=current --check-heads");
            assertThat(behind.exitCode()).isEqualTo(1);
            assertThat(behind.output()).contains("1 revision pending: a1b2 (make note)");
            assertThat(project.start("-Dretort.command=upgrade head").exitCode())
                    .isZero();
            assertThat(db.query("select count(*) from note")).containsExactly("0");

            Result current = project.start("-Dretort.command=current --check-heads --json");
            assertThat(current.exitCode()).isZero();
            assertThat(current.output()).contains("{\"retort\":1,").contains("\"upToDate\":true");
            assertThat(current.output()).as("nothing of the application runs").doesNotContain("RUNNER");

            Result check = project.start("-Dretort.command=check");
            assertThat(check.exitCode()).isEqualTo(1);
            assertThat(check.output()).contains("retort-diff").doesNotContain("\tat ");
        }
    }
}
