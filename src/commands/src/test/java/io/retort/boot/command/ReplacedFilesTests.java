package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.testkit.GitRepository;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code squash --finish} in a folder with a real git repository. */
@Tag("long")
class ReplacedFilesTests {

    private final TestDb db = TestDatabase.H2.server().newDatabase();

    @TempDir
    Path folder;

    private RevisionFolder revisions;

    @AfterEach
    void drop() {
        db.close();
    }

    @BeforeEach
    void twoRevisionsAndTheirSquash() throws Exception {
        revisions = new RevisionFolder(folder);
        write("aa1", "", "create table shelf (id int)");
        write("aa2", "-- parent: aa1\n", "create table tag (id int)");
        write("5c1e", "-- replaces: aa1 aa2\n", "create table shelf (id int);\ncreate table tag (id int)");
    }

    @Test
    void deletesWithoutGit() throws Exception {
        tool("upgrade head");

        assertThat(tool("squash --finish --yes").outcome().status().code()).isZero();

        assertThat(files()).containsExactly("5c1e.sql");
    }

    @Test
    void deletesNoFileThatGitDoesNotHave() throws Exception {
        tool("upgrade head");
        GitRepository.init(folder);
        refuses("5c1e.sql", "aa1.sql", "aa2.sql");
        new GitRepository(folder).git("add", "aa1.sql");
        refuses("5c1e.sql", "aa1.sql", "aa2.sql");
        commit("aa1.sql", "aa2.sql");
        refuses("5c1e.sql");
        commit("5c1e.sql");
        Files.writeString(folder.resolve("aa2.sql"), Files.readString(folder.resolve("aa2.sql")) + "\n-- later\n");
        refuses("aa2.sql");
        commit("aa2.sql");
        Files.writeString(folder.resolve(".gitignore"), "*.txt\n");

        ToolInside.Answer answer = tool("squash --finish --yes");

        assertThat(answer.outcome().status().code()).as(answer.seen()).isZero();
        assertThat(files()).containsExactly("5c1e.sql");
    }

    @Test
    void deletesNoFileThatGitIgnores() throws Exception {
        tool("upgrade head");
        GitRepository.init(folder);
        Files.writeString(folder.resolve(".gitignore"), "aa1.sql\n");
        commit("aa2.sql", "5c1e.sql");

        refuses("aa1.sql");
    }

    @Test
    void deletesNoFileThatTheDatabaseNeeds() throws Exception {
        Files.delete(folder.resolve("5c1e.sql"));
        tool("upgrade aa1");
        write("5c1e", "-- replaces: aa1 aa2\n", "create table shelf (id int);\ncreate table tag (id int)");

        ToolInside.Answer answer = tool("squash --finish --yes");

        assertThat(answer.outcome().status().code()).as(answer.seen()).isEqualTo(1);
        assertThat(answer.seen()).contains("No file is deleted", "has 1 of the 2 revisions");
        assertThat(files()).containsExactly("5c1e.sql", "aa1.sql", "aa2.sql");
    }

    @Test
    void acceptsNoOptionAboutTheContent() throws Exception {
        tool("upgrade head");

        for (String option : List.of("to=aa1", "keep=aa1:1", "unproved")) {
            ToolInside.Answer answer = tool("squash --finish --yes --" + option);

            assertThat(answer.outcome().status().code()).as(answer.seen()).isEqualTo(2);
            assertThat(files()).hasSize(3);
        }
    }

    private void refuses(String... uncommitted) throws IOException {
        ToolInside.Answer answer = tool("squash --finish --yes");

        assertThat(answer.outcome().status().code()).as(answer.seen()).isEqualTo(1);
        List<String> named = Stream.of("5c1e.sql", "aa1.sql", "aa2.sql")
                .filter(answer.seen()::contains)
                .toList();
        assertThat(named).as(answer.seen()).containsExactly(uncommitted);
        assertThat(files()).containsExactly("5c1e.sql", "aa1.sql", "aa2.sql");
    }

    private void commit(String... files) throws Exception {
        GitRepository repository = new GitRepository(folder);
        for (String file : files) {
            repository.git("add", file);
        }
        repository.commitStaged();
    }

    private void write(String id, String header, String upgrade) throws IOException {
        revisions.write(id, header, upgrade, "drop table tag");
    }

    private List<String> files() throws IOException {
        return revisions.files();
    }

    private ToolInside.Answer tool(String command) {
        return revisions.run(command, db, revisions.asProject());
    }
}
