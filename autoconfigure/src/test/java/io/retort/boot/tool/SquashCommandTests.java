package io.retort.boot.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.tool.story.StoryApplication;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code squash} says and refuses. */
class SquashCommandTests {

    private final TestDb db = TestDatabase.H2.server().newDatabase();

    @TempDir
    Path folder;

    @AfterEach
    void drop() {
        db.close();
    }

    @BeforeEach
    void twoRevisions() throws Exception {
        write("aa1b2c", "", """
                create table shelf (id int primary key);
                -- means: createTable("shelf", column("id", integer()).notNull(), primaryKey("id"))
                insert into shelf values (1)""");
        write("bb1b2c", "-- parent: aa1b2c\n", "execute immediate 'insert into shelf values (2)';\n-- means:");
    }

    /** The failure ran on a scratch database: nothing must be adopted, stamped or upgraded. */
    @Test
    void aFailedTrialIsNoFailedUpgrade() throws Exception {
        ToolInside.Answer answer = tool("squash --keep=aa1b2c:2,bb1b2c:1 --rev-id=5c1e00 --format=sql");

        assertThat(answer.outcome().status().code()).as(answer.seen()).isEqualTo(1);
        assertThat(answer.seen())
                .contains("! The squash cannot be built on an empty database.", "No file is written")
                .contains("It ran on the empty database H2 ", "execute immediate")
                .contains("It contains these kept steps:", "!   bb1b2c:1")
                .contains("-Ddrop=")
                .doesNotContain("migrate:adopt", "migrate:stamp", "migrate:upgrade");
        assertThat(files()).containsExactly("aa1b2c.sql", "bb1b2c.sql");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    private void write(String id, String header, String upgrade) throws IOException {
        Files.writeString(
                folder.resolve(id + ".sql"),
                "-- revision: " + id + "\n" + header + "-- message: step " + id + "\n-- upgrade\n" + upgrade
                        + (upgrade.endsWith("means:") ? "\n" : ";\n") + "-- downgrade\n");
    }

    private ToolInside.Answer tool(String command) {
        return new ToolInside(
                        StoryApplication.class,
                        Map.of(
                                "spring.datasource.url",
                                db.url(),
                                "spring.datasource.username",
                                "sa",
                                "retort.locations",
                                "file:" + folder,
                                "retort.classes",
                                folder.toString(),
                                "retort.resources",
                                folder.getRoot().toString(),
                                "retort.interactive",
                                "false"))
                .run(command);
    }
}
