package io.retort.ahead;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.SwitchPlan;
import io.retort.SwitchPlan.LostRows;
import io.retort.error.RetortException;
import io.retort.run.PreparedStep.LossKind;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import io.retort.testkit.TestSeed;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Whatever a downgrade deletes or overwrites was stated before, and each stated number is right. The rows before and after
 * the downgrade are the oracle.
 */
@Tag("long")
class LossLawTests {

    private static final int CASES = Boolean.getBoolean("retort.full") ? 300 : 80;

    private int exact;
    private int open;
    private final List<String> failed = new ArrayList<>();

    @OnDatabases({H2, SQLITE})
    void whatADowngradeLosesIsStated(TestDb db) throws SQLException {
        law(db);
    }

    @EnabledIfSystemProperty(named = "retort.full", matches = "true")
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, HSQLDB})
    void whatADowngradeLosesIsStatedOnTheOtherProducts(TestDb db) throws SQLException {
        law(db);
    }

    private void law(TestDb db) throws SQLException {
        long seed = TestSeed.of("loss.seed");
        for (int i = 0; i < CASES; i++) {
            one(db, seed + i, i % 2 == 0);
        }
        assertThat(exact).as("exact losses, of " + open + " open ones").isGreaterThan(open);
        assertThat(failed).as("downgrades that failed").hasSizeLessThan(CASES / 5);
    }

    private void one(TestDb db, long seed, boolean stored) throws SQLException {
        LossCase generated = new LossCase(new SplittableRandom(seed), db.database());
        List<RevisionCode> main = List.of(generated.created());
        clear(db, List.of());
        boolean enforcing = db.database() == SQLITE && seed % 4 < 2;
        DataSource source = enforcing ? enforcing(db.dataSource()) : db.dataSource();
        Retort.on(source, List.of(() -> main)).upgrade("head");
        generated.fill(db);
        List<RevisionCode> all = new ArrayList<>(main);
        all.addAll(generated.reverted());
        Retort whole = Retort.on(source, List.of(() -> all));
        whole.upgrade("head");
        String where = "-Dloss.seed=" + seed + " " + generated.described();

        List<LostRows> stated;
        try {
            if (stored) {
                Retort older = Retort.on(source, List.of(() -> main));
                SwitchPlan plan = older.planSwitch(row -> Optional.empty());
                stated = Stream.of("ccc1", "bbb1")
                        .flatMap(id -> plan.lost().get(id).stream())
                        .toList();
                older.runSwitch(plan, row -> Optional.empty());
            } else {
                stated = whole.lostBy("aaa1");
                whole.downgrade("aaa1");
            }
        } catch (RetortException e) {
            failed.add(generated.described() + ": " + e.getMessage());
            clear(db, List.of());
            return;
        }
        compare(db, generated, stated, where + " states " + stated);
        clear(db, generated.tables());
    }

    private void compare(TestDb db, LossCase generated, List<LostRows> stated, String where) throws SQLException {
        for (LostRows lost : stated) {
            assertThat(lost.rows()).as("%s: %s", where, lost).isNotNull();
        }
        for (LossCase.Known table : generated.tables()) {
            Map<String, Map<String, String>> after = table.dropped ? Map.of() : table.rows(db);
            Set<String> gone = new HashSet<>(table.before.keySet());
            gone.removeAll(after.keySet());
            String what = where + " table " + table.first + ", gone " + gone;
            if (table.dropped) {
                check(stated(stated, LossKind.DROPPED_TABLE, table.first, null), gone.size(), true, what);
                continue;
            }
            check(stated(stated, LossKind.DELETED_ROWS, table.first, null), gone.size(), true, what);
            columns(table, after, gone, stated, what);
        }
    }

    private void columns(
            LossCase.Known table,
            Map<String, Map<String, String>> after,
            Set<String> gone,
            List<LostRows> stated,
            String where) {
        table.columns.forEach((column, present) -> {
            long values = table.before.values().stream()
                    .filter(row -> row.get(column) != null)
                    .count();
            if (present == null) {
                check(stated(stated, LossKind.DROPPED_COLUMN, table.first, column), values, true, where + "." + column);
                return;
            }
            long changed = table.before.entrySet().stream()
                    .filter(row -> !gone.contains(row.getKey()))
                    .filter(row -> row.getValue().get(column) != null)
                    .filter(row -> !row.getValue()
                            .get(column)
                            .equals(after.get(row.getKey()).get(column)))
                    .count();
            List<LostRows> of = new ArrayList<>(stated(stated, LossKind.CHANGED_VALUES, table.first, column));
            of.addAll(stated(stated, LossKind.CONVERTED_VALUES, table.first, column));
            check(of, changed, gone.isEmpty(), where + "." + column + ", changed " + changed);
        });
    }

    /** What several statements lose can be the same rows; a number that is not known is no lie. */
    private void check(List<LostRows> stated, long real, boolean whole, String where) {
        boolean known = stated.stream().allMatch(lost -> lost.values() != null);
        if (!known) {
            open++;
            return;
        }
        long sum = stated.stream().mapToLong(LostRows::values).sum();
        long most = stated.stream().mapToLong(LostRows::values).max().orElse(0);
        assertThat(sum).as(where).isGreaterThanOrEqualTo(real);
        if (whole) {
            assertThat(most).as(where).isLessThanOrEqualTo(real);
        }
        exact += stated.isEmpty() ? 0 : 1;
    }

    private static List<LostRows> stated(List<LostRows> all, LossKind kind, String table, String column) {
        return all.stream()
                .filter(lost -> lost.kind() == kind)
                .filter(lost -> table.equalsIgnoreCase(lost.table()))
                .filter(lost -> column == null ? lost.column() == null : column.equalsIgnoreCase(lost.column()))
                .toList();
    }

    private static void clear(TestDb db, List<LossCase.Known> tables) throws SQLException {
        List<String> names = new ArrayList<>();
        tables.stream().filter(table -> !table.dropped).forEach(table -> names.add(0, table.name));
        if (tables.isEmpty()) {
            names.addAll(leftovers(db));
        }
        for (int again = 0; again < 3; again++) {
            for (String name : names) {
                try {
                    db.execute("drop table " + name);
                } catch (SQLException e) {
                    continue; // it is gone, or another one still references it
                }
            }
        }
        try {
            db.execute("drop table retort_revision");
        } catch (SQLException e) {
            return; // the first case has none
        }
    }

    private static List<String> leftovers(TestDb db) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = db.connect();
                java.sql.ResultSet rows = connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {
                            "TABLE", "BASE TABLE"
                        })) {
            while (rows.next()) {
                String name = rows.getString("TABLE_NAME");
                if (!name.toLowerCase(java.util.Locale.ROOT).startsWith("retort_")) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** SQLite enforces foreign keys only in a session that asks for it. */
    private static DataSource enforcing(DataSource source) {
        return (DataSource) Proxy.newProxyInstance(
                LossLawTests.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    try {
                        Object result = method.invoke(source, arguments);
                        if (result instanceof Connection connection) {
                            try (Statement statement = connection.createStatement()) {
                                statement.execute("pragma foreign_keys = 1");
                            }
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
