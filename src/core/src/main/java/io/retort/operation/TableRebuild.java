package io.retort.operation;

import io.retort.operation.TableOperation.Rebuild;
import io.retort.operation.TableOperation.Rebuild.Copied;
import io.retort.schema.Column;
import io.retort.schema.Generation.Computed;
import io.retort.schema.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Computes where the values of a rebuilt table come from. */
final class TableRebuild {

    private TableRebuild() {}

    /**
     * @throws IllegalArgumentException if the operation is not a change to a column, constraint or index of the table
     */
    static void check(QualifiedName table, Operation change) {
        boolean part = change instanceof ColumnOperation column
                        && column.table().equals(table)
                || change instanceof ConstraintOperation constraint
                        && constraint.table().equals(table)
                || change instanceof IndexOperation index && index.table().equals(table);
        if (!part) {
            throw new IllegalArgumentException("rebuildTable changes columns, constraints and indexes of " + table
                    + ", but it was given \"" + change.describe() + "\"");
        }
    }

    /**
     * Returns each column of the new table that gets values: from an old column, or from the default of an added one.
     */
    static List<Copied> copied(Rebuild rebuild) {
        Map<String, Copied> sources = new LinkedHashMap<>();
        rebuild.before().columns().forEach(column -> sources.put(column.name(), plain(column)));
        rebuild.changes().forEach(change -> follow(change, sources));
        return rebuild.after().columns().stream()
                .filter(column -> !(column.generation() instanceof Computed))
                .map(Column::name)
                .map(sources::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private static void follow(Operation change, Map<String, Copied> sources) {
        if (change instanceof ColumnOperation.Add add && add.column().defaultValue() != null) {
            String name = add.column().name();
            sources.put(name, new Copied(name, add.column(), null, true));
        } else if (change instanceof ColumnOperation.Drop drop) {
            sources.remove(drop.name());
        } else if (change instanceof ColumnOperation.Rename rename) {
            Copied source = sources.remove(rename.before());
            if (source != null) {
                sources.put(rename.after(), new Copied(rename.after(), source.from(), source.using(), source.added()));
            }
        } else if (change instanceof ColumnOperation.Alter alter && alter.using() != null) {
            String name = alter.after().name();
            sources.computeIfPresent(
                    name, (column, source) -> new Copied(name, source.from(), alter.using(), source.added()));
        }
    }

    private static Copied plain(Column column) {
        return new Copied(column.name(), column, null, false);
    }
}
