package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code squash} says and refuses. */
@Tag("long")
class SquashCommandTests {

    private final TestDb db = TestDatabase.H2.server().newDatabase();

    @TempDir
    Path folder;

    private RevisionFolder revisions;

    @AfterEach
    void drop() {
        db.close();
    }

    @BeforeEach
    void twoRevisions() throws Exception {
        revisions = new RevisionFolder(folder);
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

    @Test
    void theBeginningOfAnIdIsEnough() throws Exception {
        ToolInside.Answer answer = tool("squash --keep=aa1b:2 --drop=bb:1 --rev-id=5c1e00 --format=sql --unproved");

        assertThat(answer.seen()).contains("kept: aa1b2c:2", "dropped: step bb1b2c:1");
        assertThat(files()).hasSize(3);
    }

    @Test
    void aReplacedRevisionIsShownWithItsSquash() throws Exception {
        tool("squash --keep=aa1b2c:2 --drop=bb1b2c:1 --rev-id=5c1e00 --format=sql --unproved --message=all");

        for (String target : List.of("bb1b2c", "bb")) {
            ToolInside.Answer answer = tool("show " + target);
            assertThat(answer.outcome().status().code()).as(answer.seen()).isZero();
            assertThat(answer.seen())
                    .contains("bb1b2c  step bb1b2c  (replaced by 5c1e00)")
                    .contains("    follows: aa1b2c\n", "    replaced by: 5c1e00 (all)\n", "    in: ");
        }
        assertThat(tool("show bb1b2c --json").seen())
                .contains("\"replacedBy\":\"5c1e00\"", "\"marks\":[\"replaced by 5c1e00\"]");
        assertThat(tool("show 5c1e00").seen()).doesNotContain("replaced by");

        Files.delete(folder.resolve("bb1b2c.sql"));
        ToolInside.Answer gone = tool("show bb1b2c");
        assertThat(gone.outcome().status().code()).isEqualTo(2);
        assertThat(gone.seen()).contains("squash 5c1e00 (all) replaces revision bb1b2c");
    }

    @Test
    void aBeginningOfSeveralIdsIsRefused() throws Exception {
        write("bb1c", "-- parent: bb1b2c\n", "insert into shelf values (3)");

        ToolInside.Answer answer = tool("squash --format=sql --drop=bb1:1");

        assertThat(answer.outcome().status().code()).as(answer.seen()).isEqualTo(2);
        assertThat(answer.seen()).contains("is ambiguous: 2 revisions begin with bb1: bb1b2c, bb1c");
        assertThat(tool("squash --format=sql --drop=aa:9").seen()).contains("did you mean aa1b2c:2?");
    }

    @Test
    void severalHeadsNameTheOptionOfTheCommand() throws Exception {
        write("cc1b2c", "-- parent: aa1b2c\n", "insert into shelf values (3)");

        ToolInside.Answer answer = tool("squash --format=sql");

        assertThat(answer.outcome().status().code()).as(answer.seen()).isNotZero();
        assertThat(answer.seen())
                .contains("two heads", "migrate:merge -Dmessage=...", "migrate:squash -Dto=")
                .doesNotContain("-Dtarget");
    }

    /** A kept step that inserts rows which are kept anyway would insert them twice. */
    @Test
    void noExampleKeepsWhatIsUnknown() {
        ToolInside.Answer answer = tool("squash --format=sql");

        assertThat(answer.outcome().status().code()).as(answer.seen()).isEqualTo(3);
        assertThat(answer.seen())
                .contains("For example: -Dkeep=\"aa1b2c:2\". Look at what bb1b2c:1 does, and decide.")
                .contains("Drop it if it only inserts rows into tables whose rows are kept");
    }

    /** A block of means declares the statements above it, too. */
    @Test
    void declaredStatementsAreNoQuestions() throws Exception {
        write("cc1", "-- parent: bb1b2c\n", """
                create table box (id int);
                create table lid (id int);
                -- means: createTable("box", column("id", integer()));
                -- means: createTable("lid", column("id", integer()))""");

        ToolInside.Answer answer = tool("squash --keep=aa1b2c:2 --drop=bb1b2c:1 --rev-id=5c1e00 --format=sql");

        assertThat(answer.outcome().status().code()).as(answer.seen()).isZero();
        assertThat(answer.seen()).contains("+ 3 tables", "equal");
    }

    /** The last statement of a block has the declaration, and can be a data step. */
    @Test
    void aDataStepThatEndsADeclaredBlockIsAsked() throws Exception {
        write("cc1", "-- parent: bb1b2c\n", """
                create table box (id int);
                insert into box values (7);
                -- means: createTable("box", column("id", integer()))""");

        ToolInside.Answer asked = tool("squash --drop=bb1b2c:1 --format=sql");
        assertThat(asked.outcome().status().code()).as(asked.seen()).isEqualTo(3);
        assertThat(asked.seen()).contains("aa1b2c:2,cc1:2");

        ToolInside.Answer dropped = tool("squash --keep=aa1b2c:2 --drop=bb1b2c:1,cc1:2 --rev-id=5c1e00 --format=sql");
        assertThat(dropped.seen()).contains("dropped: step cc1:2", "not on an empty database any more: ", "box");
        Files.delete(squash());

        ToolInside.Answer kept = tool("squash --keep=aa1b2c:2,cc1:2 --drop=bb1b2c:1 --rev-id=5c1e00 --format=sql");
        assertThat(kept.outcome().status().code()).as(kept.seen()).isZero();
        assertThat(kept.seen()).contains("kept: cc1:2", "+ 2 tables", "equal");
        try (TestDb fresh = TestDatabase.H2.server().newDatabase()) {
            for (String replaced : List.of("aa1b2c", "bb1b2c", "cc1")) {
                revisions.delete(replaced);
            }
            ToolInside.Answer upgraded = tool("upgrade head", fresh);
            assertThat(upgraded.outcome().status().code()).as(upgraded.seen()).isZero();
            assertThat(fresh.query("select id from box")).containsExactly("7");
        }
    }

    /** What is unproved copies the statement, without its declaration. */
    @Test
    void anUnprovedSquashDeclaresNothingTwice() throws Exception {
        write("cc1", "-- parent: bb1b2c\n", """
                create table box (id int);
                insert into box values (7);
                -- means: createTable("box", column("id", integer()))""");

        ToolInside.Answer answer =
                tool("squash --keep=aa1b2c:2,cc1:2 --drop=bb1b2c:1 --rev-id=5c1e00 --format=sql --unproved");

        assertThat(answer.seen()).contains("kept: cc1:2", "not built");
        for (String replaced : List.of("aa1b2c", "bb1b2c", "cc1")) {
            revisions.delete(replaced);
        }
        ToolInside.Answer replay = tool("replay");
        assertThat(replay.outcome().status().code()).as(replay.seen()).isZero();
    }

    /** The rows are read after all revisions, so that the update is in them. */
    @Test
    void anUpdateOfKeptRowsIsNotInTheFile() throws Exception {
        write("cc1", "-- parent: bb1b2c\n", "update shelf set id = id + 10");

        ToolInside.Answer answer = tool("squash --keep=aa1b2c:2,cc1:1 --drop=bb1b2c:1 --rev-id=5c1e00 --format=sql");

        assertThat(answer.outcome().status().code()).as(answer.seen()).isZero();
        assertThat(answer.seen())
                .contains("kept: cc1:1  ! sql update shelf set id = id + 10 (not in the file: the kept rows of ")
                .contains(" contain its result)");
        String file = Files.readString(squash());
        assertThat(file).contains("(11)").doesNotContain("update");
    }

    /** The file to change is that of the colleague's revision. */
    @Test
    void aRevisionThatFollowsAReplacedOneIsNamed() throws Exception {
        write("5c1e00", "-- replaces: aa1b2c bb1b2c\n", "create table shelf (id int)");
        write("cc1", "-- parent: aa1b2c\n", "create table box (id int)");

        String seen = tool("history").seen();

        assertThat(seen)
                .contains("cc1 (step cc1) follows aa1b2c", "cc1.sql]", "name the squash as the parent", "-Dto=<id>")
                .doesNotContain("5c1e00.sql]");
        write("cc1", "-- parent: 5c1e00\n", "create table box (id int)");
        assertThat(tool("history").outcome().status().code()).isZero();
    }

    /** The last replaced revision is the end of the squash; one before it is within. */
    @Test
    void lintSinceAReplacedRevision() throws Exception {
        write("5c1e00", "-- replaces: aa1b2c bb1b2c\n", "create table shelf (id int)");
        write("cc1", "-- parent: 5c1e00\n", "create table box (id int)");

        ToolInside.Answer last = tool("lint --since=bb1b2c");
        ToolInside.Answer middle = tool("lint --since=aa1b2c");

        assertThat(last.outcome().status().code()).as(last.seen()).isZero();
        assertThat(middle.outcome().status().code()).as(middle.seen()).isEqualTo(2);
        assertThat(middle.seen())
                .contains(
                        "Cannot judge the revisions after aa1b2c: the squash 5c1e00", "-Dsince=5c1e00", "-Dsince=base")
                .doesNotContain("upgrade to", "-Dtarget");
    }

    private Path squash() throws IOException {
        return folder.resolve(files().stream()
                .filter(name -> name.startsWith("5c1e00"))
                .findFirst()
                .orElseThrow());
    }

    private void write(String id, String header, String upgrade) throws IOException {
        revisions.write(id, header, upgrade, "");
    }

    private List<String> files() throws IOException {
        return revisions.files();
    }

    private ToolInside.Answer tool(String command) {
        return tool(command, db);
    }

    private ToolInside.Answer tool(String command, TestDb database) {
        return revisions.run(command, database, revisions.asProject());
    }
}
