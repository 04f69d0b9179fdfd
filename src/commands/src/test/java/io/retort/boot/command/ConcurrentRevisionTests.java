package io.retort.boot.command;

import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.command.invoicing.InvoicingApplication;
import io.retort.error.ExitStatus;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * An index, a foreign key, a unique constraint and a required column of entities whose tables have rows: the file is
 * written so that it does not block the application, it runs in both directions, and the entities then agree.
 */
@Tag("long")
class ConcurrentRevisionTests {

    private static final String NEW = "revision --message=keys --format=sql --rev-id=bb1";

    @TempDir
    Path folder;

    @OnDatabases({POSTGRESQL, MARIADB})
    void aRevisionForTablesWithRowsRunsInBothDirections(TestDb db) throws Exception {
        write("create table bill (id bigint not null primary key, buyer_id bigint, note varchar(80), number bigint)");
        ask(db, "upgrade heads");
        insert(db);
        ToolInside.Answer answer = tool(db, "check");
        assertThat(answer.outcome().status()).as(answer.seen()).isEqualTo(ExitStatus.DIFFERENCES);

        ask(db, NEW);
        String file = Files.readString(folder.resolve("bb1_keys.sql"));
        if (db.database() == POSTGRESQL) {
            assertThat(file)
                    .contains("transactional: false", "create index concurrently ix_bill_note on bill (note)")
                    .containsSubsequence(
                            "create unique index concurrently uk_bill_number",
                            "add constraint uk_bill_number unique using index uk_bill_number")
                    .containsSubsequence(
                            "add constraint fk_bill_buyer foreign key (buyer_id) references buyer (id) not valid",
                            "validate constraint fk_bill_buyer")
                    .containsSubsequence(
                            "check (note is not null) not valid",
                            "validate constraint retort_not_null_note",
                            "alter column note set not null",
                            "drop constraint /* check (note is not null) */ retort_not_null_note",
                            "-- downgrade",
                            "drop index concurrently ix_bill_note");
        } else {
            assertThat(file)
                    .contains(
                            "create index ix_bill_note on bill (note) lock=none",
                            "add constraint uk_bill_number unique (number), lock=none",
                            "modify column note varchar(80) not null, lock=none")
                    .containsPattern(
                            "add constraint fk_bill_buyer foreign key \\(buyer_id\\) references buyer \\(id\\);");
        }
        runsInBothDirections(db, file);
    }

    /** PostgreSQL would refuse the concurrent index and the concurrent key. */
    @OnDatabases(POSTGRESQL)
    void aRevisionForAPartitionedTableHasThePlainForms(TestDb db) throws Exception {
        write("create table bill (id bigint not null primary key, buyer_id bigint, note varchar(80), number bigint)"
                + " partition by range (id);\n"
                + "create table bill_low partition of bill for values from (0) to (50);\n"
                + "create table bill_high partition of bill for values from (50) to (1000)");
        ask(db, "upgrade heads");
        insert(db);
        Path sizes = folder.resolve("sizes.json");
        db.execute("vacuum analyze bill");
        ask(db, "sizes --output=" + sizes + " --json");
        assertThat(Files.readString(sizes)).contains("\"table\":\"bill\",\"rows\":100,", "\"partitioned\":true");

        for (String command : new String[] {NEW, NEW + " --sizes=" + sizes}) {
            Files.deleteIfExists(folder.resolve("bb1_keys.sql"));
            String seen = tool(db, command).seen();
            String file = Files.readString(folder.resolve("bb1_keys.sql"));
            assertThat(file)
                    .as(seen)
                    .contains("create index ix_bill_note on bill (note)", "not valid", "validate constraint")
                    .doesNotContain("index concurrently");
        }
    }

    private void runsInBothDirections(TestDb db, String file) throws SQLException {
        for (int round = 0; round < 2; round++) {
            ask(db, "upgrade heads");
            assertThat(db.query("select count(*), count(distinct number), count(note) from bill"))
                    .as(file)
                    .containsExactly("100|100|100");
            assertThat(ask(db, "check")).contains("Entities and database agree.");
            ask(db, "downgrade aa1");
            assertThat(db.query("select id from retort_revision")).containsExactly("aa1");
            db.execute(
                    "insert into bill (id, buyer_id, number) values (200, 99, 1)", "delete from bill where id = 200");
        }
    }

    private static void insert(TestDb db) throws SQLException {
        boolean postgres = db.database() == POSTGRESQL;
        String numbers = postgres ? "generate_series(1, 100) i" : "(select seq as i from seq_1_to_100) n";
        db.execute(
                "insert into buyer select i from " + numbers,
                "insert into bill (id, buyer_id, note, number) select i, i, 'note', i from " + numbers);
    }

    private void write(String bill) throws IOException {
        Files.writeString(
                folder.resolve("aa1.sql"),
                "-- revision: aa1\n\n-- upgrade\ncreate table buyer (id bigint not null primary key);\n" + bill
                        + ";\n\n-- downgrade\ndrop table bill;\ndrop table buyer;\n");
    }

    private String ask(TestDb db, String command) {
        ToolInside.Answer answer = tool(db, command);
        assertThat(answer.outcome().status()).as(answer.seen()).isEqualTo(ExitStatus.OK);
        return answer.seen();
    }

    private ToolInside.Answer tool(TestDb db, String command) {
        return ToolInside.on(
                        db,
                        InvoicingApplication.class,
                        Map.of(
                                "retort.locations",
                                "file:" + folder,
                                "retort.classes",
                                folder.toString(),
                                "retort.resources",
                                folder.toString(),
                                "retort.sources",
                                folder.toString()))
                .run(command);
    }
}
