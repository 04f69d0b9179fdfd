package io.retort.internal.backfill;

import static io.retort.internal.backfill.BackfillLawTests.retort;
import static io.retort.migration.Definitions.*;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.dialect.Dialect;
import io.retort.internal.dialect.Dialects;
import io.retort.operation.Fill;
import io.retort.run.BackfillProgress;
import io.retort.run.RunListener;
import io.retort.schema.QualifiedName;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import io.retort.testkit.TestSeed;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Names, expressions and conditions with quotes, comments and placeholders: a backfill leaves the same rows as one update
 * with line breaks where comments end. {@code -Dbackfill.seed} repeats a run.
 */
class BackfillTextTests {

    private static final int TABLES = Boolean.getBoolean("retort.full") ? 300 : 16;

    private static final List<String> NAMES = List.of(
            "t%d",
            "\"Order%d\"",
            "\"select %d\"",
            "\"a.b%d\"",
            "\"it's %d\"",
            "\"x--y%d\"",
            "\"q?%d\"",
            "\"{b}%d\"",
            "\"#h%d\"",
            "\"a;b%d\"");

    private static final List<String> KEYS =
            List.of("id", "\"Key\"", "\"select\"", "\"k'k\"", "\"k--k\"", "\"k?\"", "\"k;k\"");

    /** {@code K} is the key, and {@code T} the table. */
    private static final List<String> CONDITIONS = List.of(
            "v is null",
            "v is null -- it's; a comment",
            "v is null --",
            "v is null /* ; ' \" */",
            "v is null and (s is null or s <> ';')",
            "v is null and coalesce(s, '') <> 'it''s -- x'",
            "v is null or v = -1000",
            "v = -1000 or v is null -- or",
            "(v is null)\n -- 'x\n and K > -3",
            "v is null and coalesce(s, '?') not like '%?%'",
            "v is null and coalesce(s, '') not like '{x}%'",
            "v is null and exists (select 1 from other where a >= K)",
            "not (v is not null)",
            "v is null and K not in (select coalesce(a, 0) from other)",
            "v is null and s = '//'",
            "v is null and coalesce(s, '') <> '#'");

    private static final List<String> VALUES = List.of(
            "K",
            "K + 1 -- v",
            "K + 2 --",
            "(select max(a) from other)",
            "case when s = ';' then 1 else 2 end",
            "coalesce(length(s), 0) /* ; */",
            "case when s = '--' then 3 when s = '?' then 4 else 5 end -- ' \"",
            "(select m from (select max(K) as m from T) x)");

    private static final List<String> TEXTS =
            List.of("';'", "'it''s'", "'it''s -- x'", "'--'", "'?'", "'{x}'", "'/*'", "'#'", "'//'", "''", "null");

    private final long seed = TestSeed.of("backfill.seed");
    private final Random random = new Random(seed);

    /** The texts of a backfill. */
    private record Case(String table, String copy, String key, String value, String where, int batch) {

        Fill fill() {
            return set("v", text(value, table)).set("n", "n + 1").where(text(where, table));
        }

        String text(String template, String of) {
            return template.replace("T", of).replace("K", key);
        }

        String update(Dialect dialect) {
            String name = dialect.identifiers().sql(QualifiedName.parse(copy));
            Case quoted = new Case(name, name, dialect.identifiers().sql(key), value, where, batch);
            return "update " + name + " set v = " + quoted.text(value, name) + "\n, n = n + 1 where "
                    + quoted.text(where, name) + "\n";
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aBackfillLeavesTheSameRowsAsOneUpdate(TestDb db) throws SQLException {
        Dialect dialect = Dialects.named(db.database().product());
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < TABLES; i++) {
            cases.add(next(db.database(), dialect, i));
        }
        Retort retort = retort(
                db,
                op -> {
                    op.createTable("other", column("a", integer()));
                    for (Case each : cases) {
                        for (String name : List.of(each.table, each.copy)) {
                            op.createTable(
                                    name,
                                    column(each.key, integer()).notNull(),
                                    column("s", varchar(20)),
                                    column("v", integer()),
                                    column("n", integer()).defaultValue(0).notNull(),
                                    primaryKey(each.key));
                        }
                    }
                },
                op -> cases.forEach(each ->
                        op.backfill(each.table, fill(each, dialect), batches().rows(each.batch))));
        retort.upgrade("0000cafe");
        try (Connection connection = db.connect();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("insert into other values (2), (7), (40)");
            for (Case each : cases) {
                insert(statement, each, dialect);
                try {
                    statement.execute(each.update(dialect));
                } catch (SQLException e) {
                    throw new SQLException("seed " + seed + " " + each + " on " + db, e);
                }
            }
        }

        retort.upgrade("head");

        for (Case each : cases) {
            assertThat(rows(db, each.table, each.key, dialect))
                    .as("seed %d, %s on %s", seed, each, db)
                    .isEqualTo(rows(db, each.copy, each.key, dialect));
        }
    }

    /** Names in expressions are written as the product quotes them. */
    private static Fill fill(Case each, Dialect dialect) {
        String table = dialect.identifiers().sql(QualifiedName.parse(each.table));
        Case quoted = new Case(table, table, dialect.identifiers().sql(each.key), each.value, each.where, each.batch);
        return quoted.fill();
    }

    private Case next(TestDatabase database, Dialect dialect, int number) {
        String value = pick(VALUES);
        String name = String.format(pick(NAMES), number);
        String copy = name.endsWith("\"") ? name.substring(0, name.length() - 1) + "_copy\"" : name + "_copy";
        List<String> conditions = new ArrayList<>(CONDITIONS);
        if (database == MARIADB || database == MYSQL) {
            conditions.add("v is null # it's");
        }
        if (database == H2) {
            conditions.add("v is null // it's");
        }
        return new Case(
                name,
                copy,
                pick(KEYS),
                value,
                conditions.get(random.nextInt(conditions.size())),
                1 + random.nextInt(5));
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void insert(Statement statement, Case each, Dialect dialect) throws SQLException {
        int rows = random.nextInt(14);
        String columns = " (" + dialect.identifiers().sql(each.key) + ", s, v) values (";
        for (int i = 0; i < rows; i++) {
            String values = (i * 3 - 8) + ", " + pick(TEXTS) + ", " + pick(List.of("null", "null", "-1000", "99"));
            for (String name : List.of(each.table, each.copy)) {
                statement.execute(
                        "insert into " + dialect.identifiers().sql(QualifiedName.parse(name)) + columns + values + ")");
            }
        }
    }

    private static List<String> rows(TestDb db, String table, String key, Dialect dialect) throws SQLException {
        String column = dialect.identifiers().sql(key);
        try (Connection connection = db.connect();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            List<String> rows = new ArrayList<>();
            try (var found = statement.executeQuery("select " + column + ", s, v, n from "
                    + dialect.identifiers().sql(QualifiedName.parse(table)) + " order by 1")) {
                while (found.next()) {
                    rows.add(found.getString(1) + "|" + found.getString(2) + "|" + found.getString(3) + "|"
                            + found.getString(4));
                }
            }
            return rows;
        }
    }

    /** Between two batches, another session deletes the last row and inserts rows on both sides of it. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void theLastRowOfABatchIsDeletedAndOthersAreInserted(TestDb db) throws SQLException {
        Retort retort = retort(
                db,
                op -> op.createTable(
                        "filled",
                        column("id", integer()).notNull(),
                        column("v", integer()),
                        column("n", integer()).defaultValue(0).notNull(),
                        primaryKey("id")),
                op -> op.backfill(
                        "filled",
                        set("v", "id").set("n", "n + 1").where("v is null"),
                        batches().rows(3)));
        retort.upgrade("0000cafe");
        for (int i = 1; i <= 14; i++) {
            db.execute("insert into filled (id) values (" + i * 10 + ")");
        }
        List<String> warnings = new ArrayList<>();
        List<Integer> inserted = new ArrayList<>();

        retort.with(new RunListener() {
                    @Override
                    public void backfill(BackfillProgress progress) {
                        if (progress.read() > 0 && progress.read() % 3 == 0 && inserted.size() < 8) {
                            disturb(db, inserted);
                        }
                    }

                    @Override
                    public void warning(String sentence) {
                        warnings.add(sentence);
                    }
                })
                .upgrade("head");

        assertThat(inserted).hasSize(8);
        assertThat(warnings).anyMatch(each -> each.contains("meet the condition of the backfill after pass 1"));
        assertThat(db.query("select count(*), min(n), max(n) from filled")).containsExactly("18|1|1");
        assertThat(db.query("select count(*) from filled where v = id")).containsExactly("18");
    }

    private static void disturb(TestDb db, List<Integer> inserted) {
        try {
            int last = Integer.parseInt(
                    db.query("select max(id) from filled where v is not null").get(0));
            db.execute(
                    "delete from filled where id = " + last,
                    "insert into filled (id) values (" + (last - 1) + ")",
                    "insert into filled (id) values (" + (last + 1) + ")");
            inserted.add(last - 1);
            inserted.add(last + 1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
