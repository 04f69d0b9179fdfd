package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class SwitchCommandTests {

    private final TestDb db = TestDatabase.H2.server().newDatabase();

    @TempDir
    Path folder;

    @AfterEach
    void drop() {
        db.close();
    }

    /** The database has aa1 and ff1 of another branch; the application has aa1 and bb1. */
    @BeforeEach
    void anotherBranch() throws Exception {
        write("aa1", "", "create table shelf (id int)", "drop table shelf");
        write(
                "ff1",
                "-- parent: aa1\n",
                "alter table shelf add note varchar(20);\n-- means: addColumn(\"shelf\", column(\"note\", varchar(20)));\n"
                        + "\ncreate table tag (id int);\n-- means: createTable(\"tag\", column(\"id\", integer()))",
                "drop table tag;\nalter table shelf drop column note");
        tool("upgrade head");
        db.execute("insert into shelf values (1, 'x'), (2, null)", "insert into tag values (1)");
        Files.delete(folder.resolve("ff1.sql"));
        write("bb1", "-- parent: aa1\n", "create table box (id int)", "drop table box");
    }

    @Test
    void showsThePlanAndChangesNothing() throws Exception {
        List<String> before = rows();

        ToolInside.Answer answer = tool("switch --plan");

        assertThat(answer.outcome().status().code()).isZero();
        assertThat(answer.seen())
                .contains("1 revision to revert, 1 revision to apply. Nothing is executed.")
                .contains("- ff1 (step ff1)", "    drop table tag", "    lost: table tag, 1 row")
                .contains("    lost: column shelf.note, 1 of 2 rows have a value")
                .contains("    alter table shelf drop column note")
                .contains("+ bb1 (step bb1)", "    create table box (id int)")
                .contains("Next: mvn migrate:switch");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void needsConsent() throws Exception {
        List<String> before = rows();

        ToolInside.Answer answer = tool("switch");

        assertThat(answer.outcome().status().code()).isEqualTo(3);
        assertThat(answer.seen()).contains("lost: table tag, 1 row", "mvn migrate:switch -Dyes");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void switchesWithConsent() throws Exception {
        ToolInside.Answer answer = tool("switch --yes");

        assertThat(answer.outcome().status().code()).isZero();
        assertThat(answer.seen()).contains("Switched ", " to bb1 (step bb1): 2 steps in ");
        assertThat(rows()).containsExactly("aa1", "bb1");
        assertThat(db.query("select * from shelf order by id")).containsExactly("1", "2");
        assertThat(tool("switch").seen()).startsWith("Nothing to do: ").contains("exactly the revisions");
        assertThat(tool("upgrade head").seen()).startsWith("Nothing to do");
    }

    @Test
    void speaksJson() throws Exception {
        assertThat(tool("switch --plan --json").seen())
                .contains("\"revision\":\"ff1\",\"direction\":\"down\"")
                .contains(
                        "{\"kind\":\"dropped-table\",\"table\":\"tag\",\"column\":null,\"statement\":null,\"rows\":1,\"values\":1}")
                .contains("\"done\":false");
        assertThat(tool("switch --yes --json").seen()).contains("\"done\":true", "\"after\":[\"bb1\"]");
    }

    @Test
    void aCommandThatUpgradesNamesTheGoal() throws Exception {
        db.execute("update retort_revision set older = 'no: drops column shelf.size' where id = 'ff1'");

        ToolInside.Answer answer = tool("upgrade head");

        assertThat(answer.outcome().status().code()).isEqualTo(1);
        assertThat(answer.seen())
                .contains("The database is ahead of this application: it has 1 revision")
                .contains("with the schema: revision ff1 (step ff1) drops column shelf.size.")
                .contains("mvn migrate:switch", "retort.ahead=allow");
        assertThat(tool("current").seen()).contains("mvn migrate:switch");
    }

    @Test
    void anUpgradeBesideRevisionsThatOnlyAddNamesThem() throws Exception {
        ToolInside.Answer answer = tool("upgrade heads");

        assertThat(answer.outcome().status().code()).isZero();
        assertThat(answer.seen())
                .contains("Note: the database has 1 revision that this application does not have: ff1 (step ff1)."
                        + " To revert: mvn migrate:switch.");
        assertThat(rows()).containsExactly("aa1", "bb1", "ff1");
    }

    @Test
    void withoutAStoredDowngradeAndWithoutGitThereIsAnAdvice() throws Exception {
        db.execute("update retort_revision set undo = null where id = 'ff1'");

        ToolInside.Answer answer = tool("switch --yes");

        assertThat(answer.outcome().status().code()).isEqualTo(1);
        assertThat(answer.seen()).contains("Revision ff1 (step ff1) cannot be reverted", "its downgrade is not stored");
        assertThat(rows()).containsExactly("aa1", "ff1");
    }

    /** A switch that was stopped in the middle can be continued if the downgrade is stored. */
    @Test
    void currentAdvisesTheSwitchThatContinues() throws Exception {
        db.execute("create view shelf_note as select note from shelf");
        assertThat(tool("switch --yes").outcome().status().code()).isEqualTo(1);
        db.execute("drop view shelf_note");

        assertThat(tool("current").seen())
                .contains("ff1 (step ff1): partially downgraded, 1 of 2 statements")
                .contains("Next: if no other instance is running it, mvn migrate:switch reverts it.")
                .doesNotContain("does not contain it");
        assertThat(tool("switch --yes").outcome().status().code()).isZero();
        assertThat(rows()).containsExactly("aa1", "bb1");
    }

    @Test
    void currentAdvisesNoSwitchWithoutAStoredDowngrade() throws Exception {
        db.execute(
                "update retort_revision set state = 'downgrading', progress = 1, undo = null where id = 'ff1'",
                "drop table tag");

        assertThat(tool("current").seen())
                .contains("finish it with the version of the application that contains revision ff1")
                .doesNotContain("migrate:switch");
    }

    @Test
    void namesAnEditOfTheLastRevision() throws Exception {
        tool("switch --yes");
        write("bb1", "-- parent: aa1\n", "create table box (id int, size int)", "drop table box");

        ToolInside.Answer answer = tool("switch");

        assertThat(answer.outcome().status().code()).isEqualTo(4);
        assertThat(answer.seen())
                .contains("1 revision ran with other content.", "bb1 (step bb1) in ", "was edited after it ran")
                .contains("  + create table box (id int, size int)", "mvn migrate:repair")
                .contains("To apply bb1 (step bb1) again: mvn migrate:dev -Dundo", "then mvn migrate:upgrade.")
                .doesNotContain("exactly the revisions");
        assertThat(tool("switch --json").seen()).contains("\"edited\":[{\"revision\":\"bb1\"");
        tool("repair --yes");
        assertThat(tool("switch").seen()).contains("exactly the revisions");
    }

    @Test
    void namesAnEditNextToThePlan() throws Exception {
        write("aa1", "", "create table shelf (id bigint)", "drop table shelf");

        ToolInside.Answer plan = tool("switch --plan");
        assertThat(plan.outcome().status().code()).isZero();
        assertThat(plan.seen())
                .contains("+ bb1 (step bb1)", "aa1 (step aa1) in ", "mvn migrate:repair")
                .doesNotContain("-Dundo");

        ToolInside.Answer answer = tool("switch --yes");
        assertThat(answer.outcome().status().code()).isEqualTo(4);
        assertThat(answer.seen()).contains("Switched ", "aa1 (step aa1) in ");
        assertThat(rows()).containsExactly("aa1", "bb1");
    }

    private List<String> rows() throws SQLException {
        return db.query("select id from retort_revision order by id");
    }

    private void write(String id, String header, String upgrade, String downgrade) throws IOException {
        new RevisionFolder(folder).write(id, header, upgrade, downgrade);
    }

    private ToolInside.Answer tool(String command) {
        return new RevisionFolder(folder).run(command, db, Map.of());
    }
}
