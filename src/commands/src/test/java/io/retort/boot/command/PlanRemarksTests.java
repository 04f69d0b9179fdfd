package io.retort.boot.command;

import static io.retort.testkit.TestDatabase.H2;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** {@code plan} shows what a revision says about itself before it runs. */
class PlanRemarksTests {

    @TempDir
    Path folder;

    @OnDatabases(H2)
    void remarksStandAboveTheOperations(TestDb db) throws IOException {
        Path file = folder.resolve("db/revisions/b7000000_widen_note.sql");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                -- revision: b7000000
                -- message: widen note
                -- remark: View recent depends on item.note.
                -- remark: Run it at night.

                -- upgrade
                create table item (note varchar(40));

                -- downgrade
                drop table item;
                """);
        Dialogue shop = Dialogue.aboutAProject(db, folder);

        assertThat(shop.ask("plan b7000000")).isEqualToIgnoringNewLines("""
                + b7000000 (widen note)
                    remark: View recent depends on item.note.
                    remark: Run it at night.
                    ! sql create table item (note varchar(40))
                """);
        assertThat(shop.ask("plan b7000000 --json"))
                .contains("\"remarks\":[\"View recent depends on item.note.\",\"Run it at night.\"]");
    }
}
