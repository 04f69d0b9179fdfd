package io.retort.internal.adopt;

import io.retort.internal.adopt.LiveSchema.LiveColumn;
import io.retort.internal.adopt.LiveSchema.LiveTable;
import io.retort.internal.state.HistorySchema;
import io.retort.schema.Column;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A comparison of the tables and columns that a base revision creates with those of a database.
 *
 * @param tables how many tables the base creates
 * @param columns how many columns these have
 * @param missingTables the tables that the database does not have
 * @param differences what else differs: missing columns, and columns of another type
 */
record BaseComparison(int tables, int columns, List<QualifiedName> missingTables, List<String> differences) {

    /** The number of names that a message lists; more are only counted. */
    private static final int LISTED = 20;

    BaseComparison {
        missingTables = List.copyOf(missingTables);
        differences = List.copyOf(differences);
    }

    /** Compares what a base creates. What SQL of the base changes in an undeclared way is unknown and left out. */
    static BaseComparison of(HistorySchema base, LiveSchema live) {
        List<Table> declared = known(base);
        List<QualifiedName> missing = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        int columns = 0;
        for (Table table : declared) {
            columns += table.columns().size();
            Optional<LiveTable> found = live.table(table.name());
            if (found.isEmpty()) {
                missing.add(table.name());
            } else if (found.get().isView()) {
                differences.add(table.name() + " is a view");
            } else {
                compare(table, found.get(), live, differences);
            }
        }
        return new BaseComparison(declared.size(), columns, missing, differences);
    }

    /** Returns the tables that a base certainly creates. */
    static List<Table> known(HistorySchema base) {
        return base.snapshot().tables().stream()
                .filter(table -> !base.unknown().containsKey(table.name()))
                .toList();
    }

    private static void compare(Table table, LiveTable live, LiveSchema schema, List<String> differences) {
        for (Column column : table.columns()) {
            String name = "column " + table.name() + "." + column.name();
            Optional<LiveColumn> found = schema.column(live, column.name());
            if (found.isEmpty()) {
                differences.add(name + " missing");
            } else if (isOther(column, found.get())) {
                differences.add(name + " is " + found.get().type() + " instead of " + column.type());
            }
        }
    }

    private static boolean isOther(Column column, LiveColumn live) {
        Optional<ColumnFamily> declared = ColumnFamily.of(column.type());
        Optional<ColumnFamily> found = ColumnFamily.of(live.jdbcType(), live.type());
        return declared.isPresent() && found.isPresent() && declared.get() != found.get();
    }

    /** Returns how many of the tables the database has. */
    int present() {
        return tables - missingTables.size();
    }

    /** Returns whether the database has all tables and columns. */
    boolean isComplete() {
        return missingTables.isEmpty() && differences.isEmpty();
    }

    /** Returns how many tables the database has, and what differs: {@code 41 of its 43 tables: audit_log missing}. */
    String describe() {
        List<String> parts = new ArrayList<>();
        if (!missingTables.isEmpty()) {
            parts.add(listed(missingTables, ", ") + " missing");
        }
        if (!differences.isEmpty()) {
            parts.add(listed(differences, "; "));
        }
        return present() + " of its " + tables + (tables == 1 ? " table" : " tables")
                + (parts.isEmpty() ? "" : ": " + String.join("; ", parts));
    }

    private static String listed(List<?> items, String separator) {
        List<String> names = items.stream().limit(LISTED).map(String::valueOf).toList();
        return String.join(separator, names)
                + (items.size() > LISTED ? separator + "and " + (items.size() - LISTED) + " more" : "");
    }
}
