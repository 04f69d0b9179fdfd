package io.retort.script;

import static io.retort.migration.Definitions.*;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL_15;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.Retort;
import io.retort.dialect.Dialect;
import io.retort.internal.dialect.Dialects;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.operation.Batches;
import io.retort.revision.Direction;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.List;

/** Scripts with backfills, run by the products' own clients. */
class BackfillScriptTests {

    private static final String FILLED = "select count(*), count(v), min(n), max(n) from filled";

    @OnDatabases({POSTGRESQL, POSTGRESQL_15, MARIADB, MYSQL, H2})
    void aScriptFillsEachRowOnce(TestDb db) throws Exception {
        for (String key : List.of("id integer", "id varchar", "a, b")) {
            for (int rows : new int[] {0, 1, 4, 5, 23}) {
                try (TestDb fresh = db.server().newDatabase()) {
                    fills(fresh, key, rows);
                }
            }
        }
    }

    private static void fills(TestDb db, String key, int rows) throws Exception {
        Retort retort = retort(db, key, batches().rows(4).waitWhile("select count(*) - 900 from filled"));
        retort.upgrade("0000cafe");
        for (int i = 1; i <= rows; i++) {
            db.execute("insert into filled (a, b" + (key.equals("a, b") ? "" : ", id") + ") values (" + i % 5 + ", 'x"
                    + i + "'" + (key.equals("a, b") ? "" : key.equals("id integer") ? ", " + i * 7 : ", 'k" + i + "'")
                    + ")");
        }
        db.execute("insert into filled (a, b, v, n" + (key.equals("a, b") ? "" : ", id") + ") values (3, 'had', 0, 1"
                + (key.equals("a, b") ? "" : ", '99'") + ")");

        String script = retort.script(Direction.UP, "0000cafe:heads", dialect(db));
        run(db, script);

        assertThat(db.query(FILLED))
                .as("%s, %d rows on %s%n%s", key, rows, db, script)
                .containsExactly((rows + 1) + "|" + (rows + 1) + "|1|1");
        assertThat(retort.status().upToDate()).isTrue();
        assertThat(script.contains("commit;")).isEqualTo(db.database() != H2);
        assertThat(script.contains("One update of all rows")).isEqualTo(db.database() == H2);
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void aScriptFailsIfARowIsLeft(TestDb db) throws Exception {
        Retort retort = retort(db, "id integer", Batches.STANDARD);
        retort.upgrade("0000cafe");
        db.execute(
                "insert into filled (id, a, b) values (1, null, 'x')",
                "insert into filled (id, a, b) values (2, 1, 'x')");

        assertThatThrownBy(() -> run(db, retort.script(Direction.UP, "0000cafe:heads", dialect(db))))
                .hasMessageContaining("not filled");

        db.execute("update filled set a = 5 where a is null");
        run(db, from(retort.script(Direction.UP, "0000cafe:heads", dialect(db))));
        assertThat(db.query(FILLED)).containsExactly("2|2|1|2");
        assertThat(retort.status().upToDate()).isTrue();
    }

    /** With and without a known key: a comment hides neither the condition nor the end of a statement. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2})
    void commentsAndQuotesHideNothing(TestDb db) throws Exception {
        int number = 0;
        for (String where : List.of(
                "v is null -- it's; not $$ yet",
                "v is null --",
                "v is null and b <> '$$' and b <> '$retort$' and b <> ';' /* it's ; $$ */",
                "v = -1 or v is null -- or")) {
            for (boolean known : new boolean[] {true, false}) {
                String table = "filled" + number++;
                Migration create = op -> {
                    if (known) {
                        op.createTable(
                                table,
                                column("id", integer()).notNull(),
                                column("b", varchar(20)),
                                column("v", integer()),
                                primaryKey("id"));
                    } else {
                        op.execute("create table " + table + " (id integer primary key, b varchar(20), v integer)");
                    }
                };
                Migration fill = op -> {
                    op.backfill(
                            table,
                            set("v", "id + 1 -- it's; $$").where(where),
                            batches().rows(2));
                    op.execute("insert into " + table + " (id, b, v) values (900, 'end', 900)");
                };
                try (TestDb fresh = db.server().newDatabase()) {
                    comments(fresh, table, create, fill);
                }
            }
        }
    }

    private static void comments(TestDb db, String table, Migration create, Migration fill) throws Exception {
        Retort retort = Retort.on(
                db.dataSource(),
                List.of(() -> List.of(
                        revision("0000cafe", List.of(), create), revision("0001cafe", List.of("0000cafe"), fill))));
        retort.upgrade("0000cafe");
        for (int i = 1; i <= 5; i++) {
            db.execute(
                    "insert into " + table + " (id, b, v) values (" + i + ", 'x', " + (i == 3 ? "99" : "null") + ")");
        }

        String script = retort.script(Direction.UP, "0000cafe:heads", dialect(db));
        run(db, script);

        assertThat(db.query("select v from " + table + " order by id"))
                .as("%s on %s", script, db)
                .containsExactly("2", "3", "99", "5", "6", "900");
        assertThat(retort.status().upToDate()).isTrue();
    }

    /** Without a schema from the history, the key is unknown. */
    @OnDatabases({POSTGRESQL, MARIADB})
    void aTableOfHandWrittenSqlIsFilledByOneUpdate(TestDb db) throws SQLException {
        Retort retort = retort(db, "", Batches.STANDARD);

        assertThat(retort.script(Direction.UP, "heads", dialect(db)))
                .contains("-- One update of all rows", "\nwhere v is null;")
                .doesNotContain("commit;\n    while");
    }

    /** Returns the script from the statement that failed. */
    private static String from(String script) {
        return script.substring(Math.max(script.indexOf("do $"), script.indexOf("drop procedure if exists")));
    }

    private static Dialect dialect(TestDb db) {
        return Dialects.named(db.database().product());
    }

    private static void run(TestDb db, String script) throws Exception {
        if (db.database() == TestDatabase.H2) {
            ScriptTool.runScript(db, script);
        } else if (db.database().product().equals("postgresql")) {
            ScriptTool.psql(db, script);
        } else {
            ScriptTool.mariadb(db, script);
        }
    }

    private static Retort retort(TestDb db, String key, Batches batches) {
        Migration create = op -> create(op, key);
        Migration fill = op -> {
            op.addColumn("filled", column("later", integer()));
            op.backfill("filled", set("v", "a").set("n", "n + 1").where("v is null"), batches);
            op.addColumn("filled", column("last", integer()));
        };
        return Retort.on(
                db.dataSource(),
                List.of(() -> List.of(
                        revision("0000cafe", List.of(), create), revision("0001cafe", List.of("0000cafe"), fill))));
    }

    private static void create(Operations op, String key) {
        if (key.isEmpty()) {
            op.execute("create table filled (id integer not null primary key, a integer, v integer, n integer)");
        } else if (key.equals("a, b")) {
            op.createTable(
                    "filled",
                    column("a", integer()).notNull(),
                    column("b", varchar(20)).notNull(),
                    column("v", integer()),
                    column("n", integer()).defaultValue(0).notNull(),
                    primaryKey("a", "b"));
        } else {
            op.createTable(
                    "filled",
                    column("id", key.equals("id integer") ? integer() : varchar(20))
                            .notNull(),
                    column("a", integer()),
                    column("b", varchar(20)),
                    column("v", integer()),
                    column("n", integer()).defaultValue(0).notNull(),
                    primaryKey("id"));
        }
    }

    private static RevisionCode revision(String id, List<String> parents, Migration migration) {
        return new RevisionCode(
                new RevisionInfo(id, parents, List.of(), List.of(), "step", null, true, "db/" + id + ".java"),
                () -> migration);
    }
}
