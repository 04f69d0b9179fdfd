package io.retort;

import static io.retort.migration.Definitions.*;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.JavaRevisions;
import io.retort.internal.history.SqlRevisions;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.revision.Direction;
import io.retort.run.MigrationFailedException;
import io.retort.schema.Table;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A rebuilt table keeps everything that the rebuild does not change. */
public class RebuildTests {

    private static final Table CUSTOMER = table(
                    "customer",
                    column("id", bigint()).notNull(),
                    column("name", varchar(100)).notNull(),
                    column("email", varchar(255)),
                    primaryKey("id"))
            .indexed(index("ix_customer_email", "email"));

    private static final Consumer<Operations> CHANGES = changes -> {
        changes.renameColumn("customer", "email", "mail");
        changes.alterColumn(
                "customer",
                column("mail", varchar(255)),
                column("mail", varchar(320)).defaultValue("none"));
        changes.addConstraint("customer", unique("uk_customer_name", "name"));
        changes.addConstraint("customer", check("ck_customer_id", "id > 0"));
    };

    @OnDatabases({POSTGRESQL, H2, HSQLDB, SQLITE})
    void changesATableAndItsRowsAndBack(TestDb db) throws SQLException {
        Retort retort = retort(db.dataSource(), Rbb_rebuild.class);

        retort.upgrade("head");

        db.execute("insert into customer (id, name) values (3, 'Eve')");
        assertThat(db.query("select id, name, mail from customer order by id"))
                .containsExactly("1|Ada|ada@x.org", "2|Bob|null", "3|Eve|none");
        assertThatThrownBy(() -> db.execute("insert into customer (id, name) values (4, 'Eve')"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> db.execute("insert into customer (id, name) values (0, 'Kim')"))
                .isInstanceOf(SQLException.class);

        retort.downgrade("-1");

        db.execute("insert into customer (id, name) values (0, 'Eve')");
        assertThat(db.query("select id, name, email from customer order by id"))
                .containsExactly("0|Eve|null", "1|Ada|ada@x.org", "2|Bob|null", "3|Eve|none");
    }

    /** A default that exists only for the existing rows is removed by the rebuild. */
    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB, SQLITE})
    void givesRowsTheDefaultThatAColumnIsAddedWith(TestDb db) throws SQLException {
        Retort retort = retort(db.dataSource(), Rgg_fill.class);
        retort.upgrade("head");
        assertThat(db.query("select tier, grade, id from customer order by id"))
                .containsExactly("BASIC|7|1", "BASIC|7|2");
        assertThatThrownBy(() -> db.execute("insert into customer (id, name) values (3, 'Eve')"))
                .as("nobody else gets it")
                .isInstanceOf(SQLException.class);
        retort.downgrade("-1");
        db.execute("insert into customer (id, name) values (3, 'Eve')");
    }

    /** Dropping the old table would delete the rows that reference it if foreign keys were on. */
    @OnDatabases(SQLITE)
    void keepsTheRowsThatReferenceIt(TestDb db) throws SQLException {
        retort(db.dataSource()).upgrade("head");
        db.execute("insert into purchase (id, customer_id) values (7, 1)");
        DataSource enforcing = enforcing(db);

        retort(enforcing, Rbb_rebuild.class).upgrade("head");

        assertThat(db.query("select id, customer_id from purchase")).containsExactly("7|1");
        assertThatThrownBy(() -> enforced(enforcing, "insert into purchase (id, customer_id) values (8, 99)"))
                .hasMessageContaining("FOREIGN KEY constraint failed");
    }

    @OnDatabases(SQLITE)
    void keepsIndexesTriggersAndViews(TestDb db) throws SQLException {
        retort(db.dataSource()).upgrade("head");
        db.execute(
                "create view names as select name from customer",
                "create table log (text varchar(100))",
                "create trigger log_customer after insert on customer begin insert into log values (new.name); end");

        retort(db.dataSource(), Rbb_rebuild.class).upgrade("head");
        db.execute("insert into customer (id, name) values (3, 'Eve')");

        assertThat(db.query("select text from log")).containsExactly("Eve");
        assertThat(db.query("select name from names order by 1")).containsExactly("Ada", "Bob", "Eve");
        assertThat(db.query("select name from sqlite_master where name like 'retort_new%' or name = 'retort_rebuild'"))
                .isEmpty();
        assertThat(db.query("select sql from sqlite_master where name = 'ix_customer_email'"))
                .containsExactly("CREATE INDEX ix_customer_email on customer (mail)");
    }

    @OnDatabases(SQLITE)
    void leavesATableOfAnotherSortWhatItIs(TestDb db) throws SQLException {
        retort(db.dataSource(), Rff_tighten.class).upgrade("head");

        assertThat(db.query("select wr, strict from pragma_table_list where name = 'tag'"))
                .containsExactly("1|1");
        assertThat(db.query("select word, weight from tag")).containsExactly("old|1");
        assertThatThrownBy(() -> db.execute("insert into tag (word, weight) values ('new', 'heavy')"))
                .hasMessageContaining("cannot store TEXT value in INTEGER column");
    }

    @OnDatabases(SQLITE)
    void leavesEverythingAsItWasWhenAKeyFindsNoRow(TestDb db) throws SQLException {
        retort(db.dataSource()).upgrade("head");
        db.execute("insert into note (id, customer_id) values (7, 99)");

        assertThatThrownBy(() -> retort(db.dataSource(), Rcc_reference.class).upgrade("head"))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("the foreign keys of and to note find their rows");

        assertThat(db.query("select id from note")).containsExactly("7");
        assertThat(retort(db.dataSource(), Rcc_reference.class).status().pending())
                .hasSize(1);
    }

    /** The old constraint was never checked, so copying into the new table drops the rows that violate it. */
    @OnDatabases(SQLITE)
    void countsTheRows(TestDb db) throws SQLException {
        retort(db.dataSource()).upgrade("head");

        assertThatThrownBy(() -> retort(db.dataSource(), Rdd_lose.class).upgrade("head"))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("customer has as many rows as before");
        assertThat(db.query("select id from customer order by id")).containsExactly("1", "2");
    }

    @OnDatabases(SQLITE)
    void neverGivesANumberTwice(TestDb db) throws SQLException {
        retort(db.dataSource(), Reea_count.class).upgrade("eea");
        db.execute("insert into ticket (text) values ('a'), ('b'), ('c')", "delete from ticket where id = 3");

        retort(db.dataSource(), Reea_count.class, Reeb_widen.class).upgrade("head");
        db.execute("insert into ticket (text) values ('d')");

        assertThat(db.query("select id, text from ticket")).containsExactly("1|a", "2|b", "4|d");
    }

    @OnDatabases(SQLITE)
    void aScriptDoesTheSame(TestDb db) throws SQLException {
        Retort retort = retort(db.dataSource(), Rbb_rebuild.class);
        retort.upgrade("aa");

        runScript(db, retort.script(Direction.UP, "aa:bb", Dialects.named("sqlite")));

        assertThat(retort.status().upToDate()).isTrue();
        assertThat(db.query("select id, name, mail from customer order by id"))
                .containsExactly("1|Ada|ada@x.org", "2|Bob|null");
    }

    @OnDatabases(SQLITE)
    void aScriptStopsAtTriggersThatItCannotBringBack(TestDb db) throws SQLException {
        Retort retort = retort(db.dataSource(), Rbb_rebuild.class);
        retort.upgrade("aa");
        db.execute("create trigger harmless after insert on customer begin select 1; end");

        assertThatThrownBy(() -> runScript(db, retort.script(Direction.UP, "aa:bb", Dialects.named("sqlite"))))
                .hasMessageContaining("customer has triggers, which a script cannot bring back");
        assertThat(db.query("select name from sqlite_master where type = 'trigger'"))
                .containsExactly("harmless");
    }

    @Test
    void takesChangesOfItsOwnTableOnly() {
        assertThatThrownBy(() -> Operations.collect(
                        op -> op.rebuildTable(CUSTOMER, changes -> changes.dropColumn("purchase", "id"))))
                .hasMessageContaining("purchase.id");
        assertThatThrownBy(() ->
                        Operations.collect(op -> op.rebuildTable(CUSTOMER, changes -> changes.execute("select 1"))))
                .hasMessageContaining("select 1");
    }

    @Test
    void itsReverseIsReversedToItself() {
        Operation rebuild =
                Operations.collect(op -> op.rebuildTable(CUSTOMER, CHANGES)).get(0);

        assertThat(rebuild.reverse().flatMap(Operation::reverse)).contains(rebuild);
    }

    @Test
    void aChangeThatNeedsItSaysSo() {
        assertThatThrownBy(() -> Operations.collect(op -> op.addConstraint("customer", check("ck", "id > 0")))
                        .get(0)
                        .sql(Dialects.named("sqlite").ddl()))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("SQLite cannot run \"+ constraint on customer: check ck (id > 0)\"")
                .hasMessageContaining("op.rebuildTable(table(...), changes -> changes.addConstraint(...))");
    }

    @SafeVarargs
    private static Retort retort(DataSource database, Class<? extends Migration>... more) {
        return Retort.on(database, List.of(JavaRevisions.of(Raa_create.class), JavaRevisions.of(more)));
    }

    private static DataSource enforcing(TestDb db) {
        org.sqlite.SQLiteDataSource source = new org.sqlite.SQLiteDataSource();
        source.setUrl(db.url());
        source.setEnforceForeignKeys(true);
        return source;
    }

    private static void enforced(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Like SQLite's own client: all on one connection, and nothing after a failure. */
    private static void runScript(TestDb db, String script) throws SQLException {
        String file = "-- revision: x\n-- upgrade\n" + script.replaceAll("(?m)^-- .*$", "") + "\n-- downgrade\n";
        Migration whole = SqlRevisions.parse(file, "db/x_script.sql", Map.of())
                .migration()
                .get();
        try (Connection connection = db.connect();
                Statement statement = connection.createStatement()) {
            for (Operation operation : Operations.collect(whole::upgrade)) {
                statement.execute(((DataOperation.Execute) operation).sql());
            }
        }
    }

    @Revision(id = "aa", message = "create customer")
    public static class Raa_create implements Migration {

        @Override
        public void upgrade(Operations op) {
            op.createTable(
                    "customer",
                    column("id", bigint()).notNull(),
                    column("name", varchar(100)).notNull(),
                    column("email", varchar(255)),
                    primaryKey("id"));
            op.createIndex("customer", index("ix_customer_email", "email"));
            op.insert("customer", columns("id", "name", "email"), row(1, "Ada", "ada@x.org"), row(2, "Bob", null));
            op.createTable(
                    "purchase",
                    column("id", bigint()).notNull(),
                    column("customer_id", bigint()),
                    primaryKey("id"),
                    foreignKey("fk_purchase_customer", "customer_id")
                            .references("customer", "id")
                            .onDelete(CASCADE));
            op.createTable("note", column("id", bigint()).notNull(), column("customer_id", bigint()), primaryKey("id"));
        }
    }

    @Revision(id = "bb", parent = "aa", message = "rebuild customer")
    public static class Rbb_rebuild implements Migration {

        @Override
        public void upgrade(Operations op) {
            op.rebuildTable(CUSTOMER, CHANGES);
        }
    }

    @Revision(id = "gg", parent = "aa", message = "fill customer")
    public static class Rgg_fill implements Migration {

        @Override
        public void upgrade(Operations op) {
            op.rebuildTable(CUSTOMER, changes -> {
                changes.addColumn(
                        "customer", column("rank", varchar(9)).notNull().defaultValue("BASIC"));
                changes.addColumn(
                        "customer", column("grade", integer()).notNull().defaultValue(7));
                changes.renameColumn("customer", "rank", "tier");
                changes.alterColumn(
                        "customer",
                        column("tier", varchar(9)).notNull().defaultValue("BASIC"),
                        column("tier", varchar(9)).notNull());
            });
        }
    }

    @Revision(id = "cc", parent = "aa", message = "reference customer twice")
    public static class Rcc_reference implements Migration {

        @Override
        public void upgrade(Operations op) {
            op.rebuildTable(
                    table("note", column("id", bigint()).notNull(), column("customer_id", bigint()), primaryKey("id")),
                    changes -> changes.addConstraint(
                            "note",
                            foreignKey("fk_note_customer", "customer_id").references("customer", "id")));
        }
    }

    @Revision(id = "dd", parent = "aa", message = "lose a row")
    public static class Rdd_lose implements Migration {

        @Override
        public void upgrade(Operations op) {
            op.rebuildTable(
                    CUSTOMER,
                    changes -> changes.alterColumn(
                            "customer",
                            column("name", varchar(100)).notNull(),
                            column("name", type("varchar(100) not null unique on conflict ignore")),
                            using("'same'")));
        }
    }

    @Revision(id = "eea", parent = "aa", message = "create ticket")
    public static class Reea_count implements Migration {

        @Override
        public void upgrade(Operations op) {
            op.createTable(
                    "ticket", column("id", bigint()).identityAlways(), column("text", varchar(10)), primaryKey("id"));
        }
    }

    @Revision(id = "ff", parent = "aa", message = "tighten tag")
    public static class Rff_tighten implements Migration {

        private static final Table TAG = table(
                "tag",
                column("word", type("text")).notNull(),
                column("weight", integer()),
                primaryKey("word"),
                option("strict"),
                option("without rowid"));

        @Override
        public void upgrade(Operations op) {
            op.createTable("tag", TAG.elements().toArray(Table.Element[]::new));
            op.insert("tag", columns("word", "weight"), row("old", 1));
            op.rebuildTable(
                    TAG,
                    changes -> changes.alterColumn(
                            "tag",
                            column("weight", integer()),
                            column("weight", integer()).notNull()));
        }
    }

    @Revision(id = "eeb", parent = "eea", message = "widen ticket")
    public static class Reeb_widen implements Migration {

        @Override
        public void upgrade(Operations op) {
            op.rebuildTable(
                    table(
                            "ticket",
                            column("id", bigint()).identityAlways(),
                            column("text", varchar(10)),
                            primaryKey("id")),
                    changes -> changes.alterColumn("ticket", column("text", varchar(10)), column("text", varchar(20))));
        }
    }
}
