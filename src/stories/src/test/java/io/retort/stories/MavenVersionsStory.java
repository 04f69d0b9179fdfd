package io.retort.stories;

import static io.retort.testkit.TestDatabase.H2;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.stories.MavenBuild.Result;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** The goals with Maven 3.9 and Maven 4, besides the version that runs all other stories. */
class MavenVersionsStory {

    private static final String ACCOUNT = "src/main/java/com/example/ledger/Account.java";
    private static final String FIELD = "    private LocalDate opened;";

    /** A database in memory would end with each goal. */
    private static final String FILE = "spring.datasource.url=jdbc:h2:file:./data/ledger\n";

    @TempDir
    Path folder;

    @OnDatabases(H2)
    void goalsAndFailuresAreTheSame(TestDb db) throws IOException {
        List<Path> mavens = mavens();
        assertThat(mavens).hasSize(2);
        for (Path maven : mavens) {
            StoryProject project = StoryProject.copy("ledger", folder.resolve(maven.getFileName()), db);
            project.write("src/main/resources/application.properties", FILE);
            new Goals(project, new MavenBuild(project.folder(), maven)).run();
        }
    }

    private static List<Path> mavens() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of(System.getProperty("story.mavens")))) {
            return folders.filter(
                            home -> Files.isRegularFile(home.resolve("bin").resolve("mvn")))
                    .sorted()
                    .toList();
        }
    }

    /** Goals of one version of Maven. */
    private record Goals(StoryProject project, MavenBuild maven) {

        void run() {
            assertThat(succeeds("--version").output())
                    .contains(maven.home().getFileName().toString().substring("apache-maven-".length()));
            fails("did you mean -Dplan?", "migrate:upgrade", "-Dplam");
            fails("-Dmessage=", "migrate:revision");
            fails("exit 4: there are differences", "migrate:check");
            assertThat(succeeds("migrate:revision", "-Dmessage=create", "migrate:upgrade", "migrate:check")
                            .output())
                    .contains("Upgraded H2 ", "Entities and database agree.");
            project.edit(ACCOUNT, FIELD, FIELD + "\n\n    private String note;");
            assertThat(succeeds("migrate:dev", "migrate:downgrade", "-Dtarget=base")
                            .output())
                    .contains("+ column account.note varchar(255)", "Downgraded H2 ");
            assertThat(maven.standardOutput("migrate:current", "-Djson"))
                    .startsWith("{\"retort\":1,")
                    .endsWith("}" + System.lineSeparator())
                    .hasLineCount(1)
                    .doesNotContain("\u001b");
        }

        private Result succeeds(String... words) {
            Result result = maven.run(words);
            assertThat(result.exitCode()).as(result.output()).isZero();
            return result;
        }

        private void fails(String reason, String... words) {
            Result result = maven.run(words);
            assertThat(result.exitCode()).as(result.output()).isNotZero();
            assertThat(result.output()).contains("BUILD FAILURE", reason).doesNotContain("\tat ");
        }
    }
}
