package io.retort.boot.command;

import static io.retort.testkit.TestDatabase.H2;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.error.ExitStatus;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

/** What commands print about a base that adopts an existing database. */
class AdoptionCommandsTests {

    @TempDir
    Path folder;

    @OnDatabases(H2)
    void everyCommandSaysThatTheBaseWasNotRun(TestDb db) throws IOException, SQLException {
        Path file = folder.resolve("db/revisions/a7000000_take_over.sql");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                -- revision: a7000000
                -- message: take over
                -- adopts: schema

                -- upgrade
                create table item (note varchar(40));
                -- means: createTable("item", column("note", varchar(40)));

                -- downgrade
                drop table item;
                """);
        db.execute("create table item (note varchar(40))", "insert into item values ('kept')");
        Dialogue shop = Dialogue.aboutAProject(db, folder);

        assertThat(shop.ask("history")).contains("a7000000  take over  adopts an existing schema");
        assertThat(shop.ask("plan a7000000"))
                .isEqualToIgnoringNewLines(
                        "+ a7000000 (take over)  (recorded, not run: adopted from an existing schema)\n");
        assertThat(shop.ask("plan a7000000 --json")).contains("\"reason\":\"adopted from an existing schema\"");
        assertThat(shop.ask("upgrade a7000000 --sql"))
                .contains(
                        "-- Only for a database without these tables: where they exist, upgrade records this revision");
        Dialogue.Answer upgrade = shop.tryTo("upgrade a7000000");
        assertThat(upgrade.out()).contains("1 of them recorded without being run.");
        assertThat(upgrade.talk())
                .contains("a7000000 (take over) ... recorded, not run: adopted from an existing schema");
        assertThat(upgrade.talk()).doesNotContain("revert this upgrade");
        assertThat(shop.ask("current"))
                .contains("recorded without being run, adopted from an existing schema: a7000000 (take over)");
        assertThat(shop.ask("current --json"))
                .contains("\"recorded\":{\"a7000000\":\"adopted from an existing schema\"}");
        assertThat(shop.ask("history --indicate-current"))
                .contains("a7000000  take over  adopted from an existing schema");
        assertThat(shop.ask("show a7000000")).contains("adopts: schema");

        for (String refused : new String[] {"downgrade base", "downgrade base --plan"}) {
            Dialogue.Answer answer = shop.tryTo(refused);
            assertThat(answer.status()).isEqualTo(ExitStatus.FAILED);
            assertThat(answer.talk()).contains("mvn migrate:downgrade -DrevertRecorded -Dtarget=base");
        }
        assertThat(db.query("select note from item")).containsExactly("kept");
        shop.ask("downgrade base --revert-recorded");
        assertThat(shop.tryTo("upgrade a7000000").out()).doesNotContain("recorded");
        assertThat(db.query("select note from item")).isEmpty();
    }
}
