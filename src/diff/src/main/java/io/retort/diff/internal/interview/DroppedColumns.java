package io.retort.diff.internal.interview;

import io.retort.dialect.Dialect;
import io.retort.internal.sql.ColumnReferences;
import io.retort.operation.ColumnOperation;
import io.retort.operation.Operation;
import io.retort.schema.Column;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes the drop of a required column so that its downgrade also runs on a table with rows. The downgrade adds the
 * column with a neutral default and then removes the default. Where no neutral value exists, it adds a nullable column.
 */
final class DroppedColumns {

    private final Dialect dialect;

    /**
     * Creates the change for a database.
     *
     * @param dialect the dialect of the database
     */
    public DroppedColumns(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Returns the operations that replace a drop.
     *
     * @param drop the drop
     * @param table the table as it is in the database; null if unknown
     * @return the drop itself if its reverse already runs on tables with rows
     */
    public List<Operation> drop(ColumnOperation.Drop drop, @Nullable Table table) {
        Column column = drop.column();
        if (column == null || table == null || drop.key() != null || !isRequired(column)) {
            return List.of(drop);
        }
        Optional<Column> back = neutral(column, table);
        if (back.isEmpty()) {
            return isKey(column, table)
                    ? List.of(drop)
                    : List.of(new ColumnOperation.Drop(drop.table(), drop.name(), column.withNullable(true)));
        }
        return List.of(
                new ColumnOperation.Alter(drop.table(), column, back.get()),
                new ColumnOperation.Drop(drop.table(), drop.name(), back.get()));
    }

    /**
     * Returns the effect of the downgrade on existing rows, as the continuation of "drop it"; empty if the downgrade has no such effect.
     *
     * @param column the column to drop
     * @param table its table
     */
    public String consequence(Column column, Table table) {
        if (!isRequired(column)) {
            return "";
        }
        if (isKey(column, table)) {
            return "; a downgrade fails if the table has rows, because the column belongs to the primary key";
        }
        return neutral(column, table)
                .map(back -> "; a downgrade gives existing rows " + back.defaultValue())
                .orElse("; a downgrade restores it as a nullable column");
    }

    private static boolean isRequired(Column column) {
        return !column.nullable() && column.defaultValue() == null && column.generation() == null;
    }

    private static boolean isKey(Column column, Table table) {
        return table.constraintsOf(PrimaryKey.class)
                .anyMatch(key -> key.columns().contains(column.name()));
    }

    /** The column with a neutral default; empty where several rows cannot share a value. */
    private Optional<Column> neutral(Column column, Table table) {
        boolean distinct = isKey(column, table)
                || table.constraintsOf(Unique.class)
                        .anyMatch(key -> key.columns().contains(column.name()))
                || table.indexes().stream()
                        .anyMatch(index -> index.unique()
                                && index.parts().stream().anyMatch(part -> mentions(column, part.text())))
                || table.constraintsOf(ForeignKey.class)
                        .anyMatch(key -> key.columns().contains(column.name()));
        return distinct ? Optional.empty() : value(column, table);
    }

    private Optional<Column> value(Column column, Table table) {
        List<Check> checks = table.constraintsOf(Check.class)
                .filter(check -> mentions(column, check.expression()))
                .toList();
        if (checks.isEmpty()) {
            return plain(column);
        }
        CheckedValues labels = CheckedValues.of(checks.get(0), table);
        boolean oneOf = checks.size() == 1
                && !labels.values().isEmpty()
                && labels.column().equals(column.name());
        return oneOf
                ? Optional.of(column.defaultValue(
                        labels.texts()
                                ? labels.values().get(0)
                                : Long.valueOf(labels.values().get(0))))
                : Optional.empty();
    }

    private Optional<Column> plain(Column column) {
        SqlType type = column.type();
        if (type.kind() == SqlType.Kind.ENUM && !type.values().isEmpty()) {
            return Optional.of(column.defaultValue(type.values().get(0)));
        }
        if (type.kind() == SqlType.Kind.CLOB || type.kind() == SqlType.Kind.NCLOB) {
            return Optional.empty();
        }
        return switch (TypeFamily.of(type)) {
            case TEXT -> Optional.of(column.defaultValue(""));
            case WHOLE, DECIMAL, APPROXIMATE -> Optional.of(column.defaultValue(0L));
            case TRUTH -> Optional.of(column.defaultValue(false));
            default -> Optional.empty();
        };
    }

    private boolean mentions(Column column, String expression) {
        return ColumnReferences.of(column.name(), expression)
                || ColumnReferences.of(dialect.identifiers().stored(column.name()), expression);
    }
}
