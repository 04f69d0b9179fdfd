package io.retort.boot.command;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** {@code backfill}: what it runs, pauses and prints. */
class BackfillCommandTests {

    @TempDir
    Path folder;

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void runsPausesAndResumes(TestDb db) throws Exception {
        write("a1000000", "", "create table customer (id int primary key, mail varchar(40), email varchar(40));");
        run(db, "upgrade head");
        db.execute("insert into customer (id, mail) values (1, 'a'), (2, 'b'), (3, null)");
        write(
                "b2000000",
                "a1000000",
                "-- backfill: batches().rows(1).afterStart()\n"
                        + "update customer set email = mail where email is null and id <> 3;");
        write("c3000000", "b2000000", "create table other (id int primary key);");
        String without = "backfill statement=00 table=customer read=0 filled=0 of=3";
        run(db, "upgrade b2000000");
        assertThat(db.query("select count(email) from customer")).containsExactly("2");

        db.execute(
                "update customer set email = null",
                "update retort_revision set in_flight = '" + without + "', progress = 0 where id = 'b2000000'");
        assertThat(run(db, "current")).contains("b2000000: backfill of customer: 0 of about 3 rows, 0 filled");
        assertThat(run(db, "backfill --pause b2"))
                .contains("Paused: b2000000: backfill of customer: 0 of about 3 rows, 0 filled, paused by ")
                .contains("Next: mvn migrate:backfill -Dresume");
        assertThat(run(db, "backfill")).contains(", paused by ").contains("Next: let it continue");
        assertThat(run(db, "current --json")).contains("\"afterStart\":true,\"paused\":\"by ");
        run(db, "upgrade head");
        assertThat(db.query("select count(email) from customer")).containsExactly("0");
        assertThat(run(db, "backfill --resume")).contains("Resumed: b2000000: backfill of customer");

        assertThat(run(db, "backfill")).contains("All backfills are complete.");

        assertThat(db.query("select count(email) from customer")).containsExactly("2");
        assertThat(run(db, "backfill")).contains("No backfill is in progress.");
        assertThat(status(db, "backfill --resume")).isEqualTo(1);
        assertThat(status(db, "backfill --pause --resume")).isEqualTo(2);
    }

    private void write(String id, String parent, String sql) throws Exception {
        Files.writeString(
                folder.resolve(id + ".sql"),
                "-- revision: " + id + "\n" + (parent.isEmpty() ? "" : "-- parent: " + parent + "\n") + "\n-- upgrade\n"
                        + sql + "\n\n-- downgrade\n");
    }

    private int status(TestDb db, String command) {
        return new RevisionFolder(folder)
                .run(command, db, Map.of())
                .outcome()
                .status()
                .code();
    }

    private String run(TestDb db, String command) {
        return new RevisionFolder(folder).run(command, db, Map.of()).seen();
    }
}
