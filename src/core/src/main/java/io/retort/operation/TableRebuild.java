package io.retort.operation;

import io.retort.operation.TableOperation.Rebuild;
import io.retort.operation.TableOperation.Rebuild.Copied;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation.Computed;
import io.retort.schema.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Computes where the values of a rebuilt table come from. */
final class TableRebuild {

    private TableRebuild() {}

    /**
     * @throws IllegalArgumentException if the operation is not a change to a column, constraint or index of the table
     */
    static void check(QualifiedName table, Operation change) {
        if (!change.alteredTable().equals(Optional.of(table))) {
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
        Copies copies = new Copies(sources);
        rebuild.changes().forEach(change -> change.accept(copies));
        return rebuild.after().columns().stream()
                .filter(column -> !(column.generation() instanceof Computed))
                .map(Column::name)
                .map(sources::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Follows the sources of the columns through the changes. */
    private record Copies(Map<String, Copied> sources) implements OperationVisitor.Selective<Map<String, Copied>> {

        @Override
        public Map<String, Copied> addColumn(ColumnOperation.Add add) {
            String name = add.column().name();
            if (add.column().defaultValue() != null) {
                sources.put(name, new Copied(name, add.column(), null, true));
            }
            return sources;
        }

        @Override
        public Map<String, Copied> dropColumn(ColumnOperation.Drop drop) {
            sources.remove(drop.name());
            return sources;
        }

        @Override
        public Map<String, Copied> renameColumn(ColumnOperation.Rename rename) {
            Copied source = sources.remove(rename.before());
            if (source != null) {
                sources.put(rename.after(), new Copied(rename.after(), source.from(), source.using(), source.added()));
            }
            return sources;
        }

        @Override
        public Map<String, Copied> alterColumn(ColumnOperation.Alter alter) {
            String name = alter.after().name();
            String using = alter.using();
            if (using != null) {
                sources.computeIfPresent(
                        name, (column, source) -> new Copied(name, source.from(), using, source.added()));
            }
            return sources;
        }

        @Override
        public Map<String, Copied> other(Operation operation) {
            return sources;
        }
    }

    private static Copied plain(Column column) {
        return new Copied(column.name(), column, null, false);
    }
}
