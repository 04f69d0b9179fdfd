package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.autoconfigure.RetortAutoConfiguration;
import io.retort.boot.command.story.StoryApplication;
import io.retort.error.RetortException;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.source.RevisionSource;
import io.retort.testkit.GitRepository;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** {@code dev --undo} on a database with rows. */
@Tag("long")
class DevUndoTests {

    @TempDir
    Path folder;

    /** A database in memory would end with each command. */
    @TempDir
    Path data;

    private TestDb db;

    @AfterEach
    void drop() {
        db.close();
    }

    @BeforeEach
    void oneRevisionAboveAnother() throws Exception {
        db = TestDatabase.H2.server().newFileDatabase(data);
        write("aa1", "", "create table shelf (id int)", "drop table shelf");
        write(
                "ff1",
                "-- parent: aa1\n",
                "alter table shelf add note varchar(20);\n-- means: addColumn(\"shelf\", column(\"note\", varchar(20)));\n"
                        + "\ncreate table tag (id int);\n-- means: createTable(\"tag\", column(\"id\", integer()))",
                "drop table tag;\nalter table shelf drop column note");
        tool("upgrade head");
    }

    @Test
    void revertsWhatRanIfTheFileWasEdited() throws Exception {
        db.execute("insert into shelf values (1, 'x'), (2, null)", "insert into tag values (1)");
        GitRepository.init(folder);
        editTheLast();

        ToolInside.Answer asked = tool("dev --undo");

        assertThat(asked.outcome().status().code()).as(asked.seen()).isEqualTo(3);
        assertThat(asked.seen())
                .containsSubsequence(
                        "ff1 (step ff1) in ", "was edited after it ran", "lost: table tag, 1 row", "-Dundo -Dyes")
                .contains("lost: column shelf.note, 1 of 2 rows have a value")
                .doesNotContain("shelf.width,");
        assertThat(rows()).containsExactly("aa1", "ff1");

        ToolInside.Answer undone = tool("dev --undo --yes");

        assertThat(undone.outcome().status().code()).as(undone.seen()).isZero();
        assertThat(undone.seen()).contains("Kept ", "apply it as it is now with mvn migrate:upgrade");
        assertThat(rows()).containsExactly("aa1");
        assertThat(db.query("select * from shelf order by id")).containsExactly("1", "2");
        assertThat(tool("upgrade head").outcome().status().code()).isZero();
        assertThat(db.query("select width from shelf order by id")).containsExactly("null", "null");
    }

    @Test
    void revertsNothingIfTheFileWasEditedAndItsDowngradeIsNotStored() throws Exception {
        db.execute("update retort_revision set undo = null");
        String ran = Files.readString(folder.resolve("ff1.sql"));
        editTheLast();

        ToolInside.Answer answer = tool("dev --undo --yes");

        assertThat(answer.outcome().status().code()).as(answer.seen()).isEqualTo(1);
        assertThat(answer.seen())
                .contains("it was edited after it ran", "Nothing was reverted.", "Restore the text that ran")
                .contains("mvn migrate:repair");
        assertThat(rows()).containsExactly("aa1", "ff1");

        Files.writeString(folder.resolve("ff1.sql"), ran);
        assertThat(tool("dev --undo --yes").outcome().status().code()).isZero();
        assertThat(rows()).containsExactly("aa1");
    }

    private void editTheLast() throws IOException {
        write(
                "ff1",
                "-- parent: aa1\n",
                "alter table shelf add note varchar(20);\n-- means: addColumn(\"shelf\", column(\"note\", varchar(20)));\n"
                        + "\nalter table shelf add width int;\n-- means: addColumn(\"shelf\", column(\"width\", integer()));\n"
                        + "\ncreate table tag (id int);\n-- means: createTable(\"tag\", column(\"id\", integer()))",
                "drop table tag;\nalter table shelf drop column width;\nalter table shelf drop column note");
    }

    @Test
    void deletesAFileThatWasNeverAppliedOnlyWithConsent() throws Exception {
        GitRepository git = GitRepository.init(folder);
        write("bb1", "-- parent: ff1\n", "create table box (id int)", "drop table box");
        git.git("add", "--all");

        ToolInside.Answer asked = tool("dev --undo");

        assertThat(asked.outcome().status().code()).as(asked.seen()).isEqualTo(3);
        assertThat(asked.seen())
                .contains("Revision bb1 (step bb1) is not applied.", "bb1.sql: no commit contains it.")
                .contains("Next: mvn migrate:dev -Dundo -Dyes executes this.");
        assertThat(folder.resolve("bb1.sql")).exists();

        assertThat(tool("dev --undo --yes").seen()).contains("Deleted ");
        assertThat(folder.resolve("bb1.sql")).doesNotExist();
        assertThat(rows()).containsExactly("aa1", "ff1");
    }

    @Test
    void needsConsentForRowsAndValues() throws Exception {
        db.execute("insert into shelf values (1, 'x'), (2, null)", "insert into tag values (1)");

        ToolInside.Answer answer = tool("dev --undo");

        assertThat(answer.outcome().status().code()).isEqualTo(3);
        assertThat(answer.seen())
                .contains("! Revert ff1 (step ff1):", "!     lost: table tag, 1 row")
                .contains("!     lost: column shelf.note, 1 of 2 rows have a value")
                .contains("! Next: mvn migrate:dev -Dundo -Dyes executes this.")
                .doesNotContain("Downgraded");
        assertThat(rows()).containsExactly("aa1", "ff1");
        assertThat(db.query("select * from shelf order by id")).containsExactly("1|x", "2|null");
        assertThat(db.query("select * from tag")).containsExactly("1");
    }

    @Test
    void revertsWithConsent() throws Exception {
        db.execute("insert into shelf values (1, 'x'), (2, null)");

        ToolInside.Answer answer = tool("dev --undo --yes");

        assertThat(answer.outcome().status().code()).isZero();
        assertThat(answer.seen())
                .contains("lost: column shelf.note, 1 of 2", "Downgraded ")
                .doesNotContain("table tag");
        assertThat(rows()).containsExactly("aa1");
        assertThat(db.query("select * from shelf order by id")).containsExactly("1", "2");
    }

    @Test
    void doesNotAskIfNothingIsLost() throws Exception {
        db.execute("insert into shelf values (1, null)");

        ToolInside.Answer answer = tool("dev --undo");

        assertThat(answer.outcome().status().code()).isZero();
        assertThat(answer.seen()).contains("Downgraded ").doesNotContain("lost");
        assertThat(rows()).containsExactly("aa1");
    }

    @Test
    void speaksJson() throws Exception {
        db.execute("insert into tag values (1)");

        assertThat(tool("dev --undo --json").seen())
                .contains(
                        "\"reverted\":false",
                        "\"lost\":[{\"kind\":\"dropped-table\",\"table\":\"tag\",\"column\":null,\"statement\":null,\"rows\":1,\"values\":1}]");
        assertThat(rows()).containsExactly("aa1", "ff1");
        assertThat(tool("dev --undo --yes --json").seen()).contains("\"reverted\":true");
        assertThat(rows()).containsExactly("aa1");
    }

    @Test
    void revertsOnlyTheMerge() throws Exception {
        write("bb1", "-- parent: aa1\n", "create table box (id int)", "drop table box");
        write("cc1", "-- parent: bb1, ff1\n", "", "");
        tool("upgrade head");
        db.execute("insert into box values (1)", "insert into tag values (1)");
        assertThat(rows()).containsExactly("aa1", "bb1", "cc1", "ff1");

        ToolInside.Answer answer = tool("dev --undo");

        assertThat(answer.outcome().status().code()).as(answer.seen()).isZero();
        assertThat(rows()).containsExactly("aa1", "bb1", "ff1");
        assertThat(db.query("select * from box union all select * from tag")).containsExactly("1", "1");
    }

    /** The database has the revisions that it replaces, so that its own downgrade would drop their tables. */
    @Test
    void aSquashThatWasNotRunRevertsNothing() throws Exception {
        db.execute("insert into tag values (1)");
        write(
                "ss1",
                "-- replaces: aa1, ff1\n",
                "create table shelf (id int, note varchar(20));\ncreate table tag (id int)",
                "drop table tag;\ndrop table shelf");

        ToolInside.Answer before = tool("dev --undo --yes");
        assertThat(db.query("select * from tag")).as(before.seen()).containsExactly("1");
        assertThat(rows()).contains("aa1", "ff1");

        assertThat(tool("upgrade head").outcome().status().code()).isZero();
        ToolInside.Answer recorded = tool("dev --undo --yes");

        assertThat(recorded.outcome().status().code()).isNotZero();
        assertThat(db.query("select * from tag")).as(recorded.seen()).containsExactly("1");
        assertThat(recorded.seen())
                .contains("Revision ss1 (step ss1) replaces 2 revisions that were applied to this database.")
                .contains("mvn migrate:stamp -Dpurge -Dtarget=ff1");

        new RevisionFolder(folder).delete("ss1");
        ToolInside.Answer stamped = tool("stamp --purge ff1");
        assertThat(stamped.outcome().status().code()).as(stamped.seen()).isZero();
        assertThat(tool("current --check-heads").outcome().status().code()).isZero();
    }

    @Test
    void anUpgradeProposesOnlyADowngradeThatCanRun() throws Exception {
        write("bb1", "-- parent: ff1\n", "create table box (id int)", "drop table box");
        assertThat(tool("upgrade head").seen()).contains("or revert this upgrade with mvn migrate:downgrade");

        ToolInside.Answer answer = tool(OneWayApplication.class, "upgrade head");

        assertThat(answer.outcome().status().code()).as(answer.seen()).isZero();
        assertThat(rows()).containsExactly("aa1", "bb1", "ff1", "zz1");
        assertThat(answer.seen()).contains("! Next: start the application.").doesNotContain("revert this upgrade");
    }

    /** Its revision zz1 cannot be reverted. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, RetortAutoConfiguration.class})
    static class OneWayApplication {

        @Bean
        RevisionSource oneWay() {
            RevisionInfo info =
                    new RevisionInfo("zz1", List.of("bb1"), List.of(), List.of(), "one way", null, true, "here");
            return () -> List.of(new RevisionCode(info, OneWay::new));
        }
    }

    private static final class OneWay implements Migration {

        @Override
        public void upgrade(Operations op) {
            op.dropColumn("shelf", "note");
        }

        @Override
        public void downgrade(Operations op) {
            throw new RetortException("This revision cannot be reverted.", "Restore a backup.");
        }
    }

    private List<String> rows() throws SQLException {
        return db.query("select id from retort_revision order by id");
    }

    private void write(String id, String header, String upgrade, String downgrade) throws IOException {
        new RevisionFolder(folder).write(id, header, upgrade, downgrade);
    }

    private ToolInside.Answer tool(String command) {
        return tool(StoryApplication.class, command);
    }

    private ToolInside.Answer tool(Class<?> application, String command) {
        RevisionFolder revisions = new RevisionFolder(folder);
        return revisions.run(application, command, db, revisions.asProject());
    }
}
