package io.retort.diff.oracle;

import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.models.Bootstrap;
import io.retort.diff.question.Answer;
import io.retort.diff.question.Verb;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** SQLite's {@code on conflict} and {@code collate} in keys and indexes survive a table that is built anew. */
class RebuiltKeysTests {

    private static final String TABLE = """
            create table item (
                id bigint not null on conflict ignore,
                code varchar(20) not null on conflict ignore unique on conflict ignore,
                "Name" varchar(40) collate nocase,
                note varchar(20),
                amount integer,
                constraint twice unique ("Name" collate rtrim, note desc) on conflict replace,
                primary key (id) on conflict replace)""";

    @TempDir
    Path folder;

    @Entity(name = "Item")
    @Table(name = "item")
    static class After {
        @Id
        long id;

        @Column(length = 20, nullable = false, unique = true)
        String code;

        @Column(name = "`Name`", length = 40)
        String name;

        @Column(length = 20)
        String note;

        Long amount;
    }

    @OnDatabases(SQLITE)
    void theyAreThereAfterwardsAndAfterTheDowngrade(TestDb db) throws SQLException {
        db.execute(TABLE, "create index ix_note on item (note collate nocase)");
        db.execute("insert into item values (1, 'a', 'One ', 'x', 1)");
        behaves(db);
        WrittenProject project = new WrittenProject(folder, db);

        try (Bootstrap hibernate = Bootstrap.on(db).entities(After.class)) {
            assertThat(project.revision(
                                    "next", hibernate.metadata(), question -> Optional.of(new Answer(Verb.ACCEPT, "")))
                            .written())
                    .isTrue();
        }
        project.retort().upgrade("head");
        assertThat(db.query("select sql from sqlite_master where name = 'item'").get(0))
                .contains("amount bigint");
        behaves(db);
        project.retort().downgrade("-1");
        assertThat(db.query("select sql from sqlite_master where name = 'item'").get(0))
                .contains("amount integer");
        behaves(db);
        project.retort().upgrade("head");
        behaves(db);
    }

    private static void behaves(TestDb db) throws SQLException {
        db.execute("delete from item where id <> 1", "update item set code = 'a' where id = 1");
        db.execute("insert into item values (2, 'a', 'Two', 'x', 1)");
        assertThat(db.query("select id from item"))
                .as("the second code is ignored")
                .containsExactly("1");
        db.execute("insert into item values (2, null, 'Two', 'x', 1)");
        assertThat(db.query("select id from item")).as("no code is ignored").containsExactly("1");
        db.execute("insert into item values (1, 'b', 'One ', 'x', 1)");
        assertThat(db.query("select code from item")).as("the key replaces").containsExactly("b");
        db.execute("insert into item values (3, 'c', 'One', 'x', 1)");
        assertThat(db.query("select code from item")).as("blanks do not count").containsExactly("c");
        db.execute("insert into item values (1, 'a', 'One ', 'x', 1)");
        assertThat(db.query("select count(*) from item where \"Name\" = 'ONE '"))
                .as("case does not count")
                .containsExactly("1");
        assertThat(db.query("select sql from sqlite_master where name = 'ix_note'")
                        .get(0))
                .contains("collate nocase");
    }
}
