package io.retort.ahead;

import static io.retort.migration.Definitions.CASCADE;
import static io.retort.migration.Definitions.SET_NULL;
import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.foreignKey;
import static io.retort.migration.Definitions.integer;
import static io.retort.migration.Definitions.numeric;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.row;
import static io.retort.migration.Definitions.varchar;

import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.schema.Table;
import io.retort.source.RevisionCode;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Tables with rows, and two revisions with generated downgrades. It keeps its own list of what each table and column is
 * called, and reads the rows with plain JDBC.
 */
final class LossCase {

    private static final List<String> COLUMNS = List.of("a", "b", "n", "ref");

    private final RandomGenerator random;
    private final TestDatabase product;
    private final boolean setsNull;
    private final List<Known> tables = new ArrayList<>();
    private final List<String> described = new ArrayList<>();
    private int next;

    LossCase(RandomGenerator random, TestDatabase product) {
        this.random = random;
        this.product = product;
        this.setsNull = random.nextInt(4) == 0;
        for (String table : List.of("parent", "child", "plain")) {
            tables.add(new Known(table));
        }
    }

    /** A table under its first name and its present one. */
    static final class Known {

        final String first;
        String name;
        boolean dropped;
        boolean rowsChanged;
        final Map<String, String> columns = new LinkedHashMap<>();
        Map<String, Map<String, String>> before = Map.of();

        Known(String first) {
            this.first = first;
            this.name = first;
            COLUMNS.forEach(column -> columns.put(column, column));
        }

        /** The rows by id; the values by the first names of the columns. */
        Map<String, Map<String, String>> rows(TestDb db) throws SQLException {
            Map<String, Map<String, String>> rows = new TreeMap<>();
            List<String> first = new ArrayList<>();
            StringBuilder list = new StringBuilder("id");
            columns.forEach((column, present) -> {
                if (present != null) {
                    first.add(column);
                    list.append(", ").append(present);
                }
            });
            for (String line : db.query("select " + list + " from " + name)) {
                String[] values = line.split("\\|", -1);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < first.size(); i++) {
                    row.put(first.get(i), values[i + 1].equals("null") ? null : plain(values[i + 1]));
                }
                rows.put(values[0], row);
            }
            return rows;
        }

        private static String plain(String value) {
            return value.matches("-?[0-9.]+")
                    ? new BigDecimal(value).stripTrailingZeros().toPlainString()
                    : value;
        }
    }

    List<Known> tables() {
        return tables;
    }

    String described() {
        return String.join("; ", described);
    }

    RevisionCode created() {
        return Branches.revision("aaa1", "", op -> {
            for (Known table : tables) {
                boolean child = table.first.equals("child");
                List<Table.Element> parts = new ArrayList<>(List.of(
                        column("id", bigint()).notNull(),
                        column("a", varchar(30)),
                        column("b", integer()),
                        column("n", numeric(10, 2)),
                        column("ref", bigint()),
                        primaryKey("id")));
                if (child) {
                    parts.add(foreignKey("fk_child", "ref")
                            .references("parent", "id")
                            .onDelete(setsNull ? SET_NULL : CASCADE));
                }
                op.createTable(table.first, parts.toArray(Table.Element[]::new));
            }
        });
    }

    void fill(TestDb db) throws SQLException {
        for (Known table : tables) {
            int rows = random.nextInt(7);
            for (int id = 1; id <= rows; id++) {
                String ref = table.first.equals("child") && random.nextInt(4) == 0
                        ? "null"
                        : table.first.equals("child") ? reference() : String.valueOf(id);
                db.execute("insert into " + table.first + " (id, a, b, n, ref) values (" + id + ", "
                        + (random.nextInt(3) == 0 ? "null" : "'v" + id + "'") + ", "
                        + (random.nextInt(3) == 0 ? "null" : String.valueOf(random.nextInt(6))) + ", "
                        + (random.nextInt(3) == 0 ? "null" : random.nextInt(9) + (random.nextBoolean() ? ".5" : ".00"))
                        + ", " + ref + ")");
            }
            table.before = table.rows(db);
        }
    }

    private String reference() {
        List<String> ids = List.copyOf(tables.get(0).before.keySet());
        return ids.isEmpty() ? "null" : ids.get(random.nextInt(ids.size()));
    }

    /** The last revision is reverted first, so its downgrade is generated first. */
    List<RevisionCode> reverted() {
        RevisionCode last = reverted("ccc1", "bbb1");
        return List.of(reverted("bbb1", "aaa1"), last);
    }

    private RevisionCode reverted(String id, String parent) {
        List<Consumer<Operations>> changes = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            changes.add(change());
        }
        described.add(id);
        return Branches.revision(id, parent, new Migration() {
            @Override
            public void upgrade(Operations op) {
                op.createTable("marker_" + id, column("id", integer()));
            }

            @Override
            public void downgrade(Operations op) {
                changes.forEach(change -> change.accept(op));
                op.dropTable("marker_" + id);
            }
        });
    }

    private Consumer<Operations> sql(String text) {
        described.add(text);
        return op -> op.execute(text);
    }

    private Consumer<Operations> declared(String text, Consumer<Operations> change) {
        described.add(text);
        return change;
    }

    private Consumer<Operations> change() {
        List<Known> left = tables.stream().filter(table -> !table.dropped).toList();
        if (left.isEmpty()) {
            return op -> {};
        }
        Known table = left.get(random.nextInt(left.size()));
        List<String> columns = table.columns.entrySet().stream()
                .filter(column -> column.getValue() != null && !column.getKey().equals("ref"))
                .map(Map.Entry::getKey)
                .toList();
        String column = columns.isEmpty() ? "" : columns.get(random.nextInt(columns.size()));
        String present = String.valueOf(table.columns.get(column));
        String name = table.name;
        String fresh = "x" + ++next;
        switch (random.nextInt(13)) {
            case 0:
                table.name = fresh;
                return random.nextBoolean()
                        ? sql("alter table " + name + " rename to " + fresh)
                        : declared("rename " + name + " to " + fresh, op -> op.renameTable(name, fresh));
            case 1, 2:
                if (columns.isEmpty()) {
                    return op -> {};
                }
                table.columns.put(column, fresh);
                return declared(
                        "rename " + name + "." + present + " to " + fresh, op -> op.renameColumn(name, present, fresh));
            case 3, 4:
                if (columns.isEmpty()) {
                    return op -> {};
                }
                table.columns.put(column, null);
                return random.nextBoolean()
                        ? sql("alter table " + name + " drop column " + present)
                        : declared("drop " + name + "." + present, op -> op.dropColumn(name, present));
            case 5:
                if (table.first.equals("parent") && !tables.get(1).dropped) {
                    return op -> {};
                }
                table.dropped = true;
                return random.nextBoolean()
                        ? sql("drop table " + name)
                        : declared("drop " + name, op -> op.dropTable(name));
            case 6:
                return sql("delete from " + name + " where id > " + random.nextInt(6));
            case 7:
                return sql((random.nextBoolean() ? "delete from " : truncate(table)) + name);
            case 8, 9:
                return column.equals("a")
                        ? sql("update " + name + " set " + present + " = '" + fresh + "'" + where(table))
                        : column.equals("b")
                                ? sql("update " + name + " set " + present + " = " + (1000 + next) + where(table))
                                : op -> {};
            case 10:
                return rowDeleted(table);
            case 11:
                return narrower(table, column, present);
            default:
                return sql("delete from " + name + " where ref is not null and id in (" + firstIds(name) + ")");
        }
    }

    /** MySQL reads the table of a delete only in a query of its own. */
    private String firstIds(String table) {
        String ids = "select id from " + table + " where id < " + random.nextInt(5);
        return product == TestDatabase.MYSQL ? "select id from (select distinct id from (" + ids + ") a) b" : ids;
    }

    private String truncate(Known table) {
        boolean can = product != TestDatabase.SQLITE && !table.first.equals("parent");
        return can ? "truncate table " : "delete from ";
    }

    private String where(Known table) {
        return random.nextInt(3) == 0 ? "" : " where id >= " + random.nextInt(5) + " and ref > 0";
    }

    /** A declared delete needs its rows, so only the rows of the first change of a table are known. */
    private Consumer<Operations> rowDeleted(Known table) {
        boolean untouched = described.stream().noneMatch(text -> text.contains("delete") || text.contains("truncate"));
        if (!untouched || table.before.isEmpty()) {
            return op -> {};
        }
        long id = Long.parseLong(List.copyOf(table.before.keySet()).get(0));
        String name = table.name;
        return declared("delete row " + id + " of " + name, op -> op.delete(name, List.of("id"), row(id)));
    }

    private Consumer<Operations> narrower(Known table, String column, String present) {
        boolean can = column.equals("n") && product != TestDatabase.SQLITE;
        if (!can || described.stream().anyMatch(text -> text.startsWith("narrow " + table.first))) {
            return op -> {};
        }
        String name = table.name;
        return declared(
                "narrow " + table.first + ": " + name + "." + present,
                op -> op.alterColumn(name, column(present, numeric(10, 2)), column(present, integer())));
    }
}
