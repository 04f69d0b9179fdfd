package io.retort.boot.command.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.command.story.StoryApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands of an application that has JDBC and no JPA on its class path. */
@Tag("long")
class WithoutJpaTests {

    private static final List<String> JPA =
            List.of("hibernate", "persistence", "spring-orm", "data-jpa", "spring-data");

    @TempDir
    Path folder;

    @Test
    void everyCommandRunsThatNeedsNoEntities() throws Exception {
        for (String command : List.of(
                "history",
                "current",
                "plan heads",
                "upgrade heads",
                "repair",
                "downgrade d4000000:base --sql",
                "downgrade base",
                "merge --message=join --rev-id=c6",
                "revision --empty --message=more --rev-id=c8 --head=e5000000 --format=sql")) {
            ToolProcess tool = run(command);
            assertThat(tool.talk()).as(command).doesNotContain("\tat ").doesNotContain("Exception");
            assertThat(tool.exit()).as("%s: %s", command, tool.talk()).isZero();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).contains("Rc6_join.java", "c8_more.sql");
        }
    }

    @Test
    void oneThatComparesEntitiesSaysThatThereAreNone() throws Exception {
        for (String command : List.of("check", "revision --message=x")) {
            ToolProcess tool = run(command);
            assertThat(tool.exit()).as(command).isEqualTo(1);
            assertThat(tool.talk())
                    .contains("compares JPA entities with the database, but this application has no entities")
                    .contains("mvn migrate:revision -Dempty")
                    .doesNotContain("NoClassDefFoundError")
                    .doesNotContain("\tat ");
        }
    }

    private ToolProcess run(String command) throws Exception {
        return ToolProcess.run(
                StoryApplication.class,
                folder,
                Map.of(
                        "retort.command",
                        command,
                        "retort.locations",
                        "classpath:story,db.revisions",
                        "retort.sources",
                        folder.toString(),
                        "retort.resources",
                        folder.toString(),
                        "retort.interactive",
                        "false",
                        "spring.datasource.url",
                        "jdbc:h2:file:" + folder.resolve("shop")),
                entry -> JPA.stream().noneMatch(Path.of(entry).getFileName().toString()::contains));
    }
}
