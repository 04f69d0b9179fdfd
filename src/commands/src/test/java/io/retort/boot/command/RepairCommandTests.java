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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class RepairCommandTests {

    private final TestDb db = TestDatabase.H2.server().newDatabase();

    @TempDir
    Path folder;

    @AfterEach
    void drop() {
        db.close();
    }

    @Test
    void showsAnEditAndChangesNothingWithoutConsent() throws Exception {
        write("create table shelf (id int)");
        tool("upgrade head");
        write("create table shelf (id bigint)");
        List<String> before = notes();

        ToolInside.Answer answer = tool("repair");

        assertThat(answer.outcome().status().code()).isEqualTo(3);
        assertThat(answer.seen())
                .contains("- create table shelf (id int)", "+ create table shelf (id bigint)")
                .contains("mvn migrate:repair -Dyes");
        assertThat(notes()).isEqualTo(before);
    }

    @Test
    void acceptsAnEditWithConsentAfterShowingIt() throws Exception {
        write("create table shelf (id int)");
        tool("upgrade head");
        write("create table shelf (id bigint)");

        ToolInside.Answer answer = tool("repair --yes");

        assertThat(answer.outcome().status().code()).isZero();
        assertThat(answer.seen().lines().toList())
                .containsSubsequence(
                        "!   - create table shelf (id int)",
                        "!   + create table shelf (id bigint)",
                        "Accepted 1 edited revision: their checksums are updated. Nothing was run.");
        assertThat(tool("repair").seen()).isEqualTo("Nothing to do: no applied revision was edited.\n");
        assertThat(db.query("select data_type from information_schema.columns where table_name = 'SHELF'"))
                .containsExactly("INTEGER");
    }

    @Test
    void saysInJsonWhatItAccepted() throws Exception {
        write("create table shelf (id int)");
        tool("upgrade head");
        write("create table shelf (id bigint)");

        assertThat(tool("repair --yes --json").seen())
                .contains("\"repaired\":true", "\"revision\":\"aa1\"", "+ create table shelf (id bigint)");
    }

    @Test
    void acceptsTheDoneHalfOfARevisionSoThatTheRestCanRun() throws Exception {
        write("create table shelf (id int);\ninsert into nowhere values (1)");
        assertThat(tool("upgrade head").outcome().status().code()).isEqualTo(1);
        write("create table shelf (id bigint);\ninsert into shelf values (1)");
        assertThat(tool("upgrade head").seen())
                .contains("some of those were edited since they ran", "mvn migrate:repair");
        db.execute("alter table shelf alter column id set data type bigint");

        ToolInside.Answer answer = tool("repair --yes");

        assertThat(answer.outcome().status().code()).isZero();
        assertThat(answer.seen())
                .contains("- create table shelf (id int)", "+ create table shelf (id bigint)", "Accepted 1 edited")
                .doesNotContain("insert into shelf");
        assertThat(notes()).containsExactly("upgrading|1");
        assertThat(tool("upgrade head").outcome().status().code()).isZero();
        assertThat(db.query("select id from shelf")).containsExactly("1");
        assertThat(notes()).containsExactly("applied|0");
        assertThat(tool("repair").seen()).startsWith("Nothing to do");
    }

    @Test
    void whatIsNotDoneYetMayBeEditedWithoutRepair() throws Exception {
        write("create table shelf (id int);\ninsert into nowhere values (1)");
        tool("upgrade head");
        write("create table shelf (id int);\ninsert into shelf values (1)");

        assertThat(tool("repair").seen()).startsWith("Nothing to do");
    }

    private void write(String upgrade) throws IOException {
        Files.writeString(
                folder.resolve("aa1.sql"),
                "-- revision: aa1\n-- message: shelves\n-- upgrade\n" + upgrade + ";\n-- downgrade\n");
    }

    private List<String> notes() throws SQLException {
        return db.query("select state, progress from retort_revision");
    }

    private ToolInside.Answer tool(String command) {
        return new RevisionFolder(folder).run(command, db, Map.of());
    }
}
