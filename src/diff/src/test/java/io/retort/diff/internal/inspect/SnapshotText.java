package io.retort.diff.internal.inspect;

import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Index;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** A snapshot as lines that contain all its properties. */
final class SnapshotText {

    private SnapshotText() {}

    static String of(Snapshot snapshot) {
        List<String> lines = new ArrayList<>();
        snapshot.enumTypes().forEach(type -> lines.add("enum type " + type.name() + " " + type.values()));
        snapshot.sequences().forEach(sequence -> lines.add(sequence.toString()));
        snapshot.tables().forEach(table -> add(lines, table));
        return String.join("\n", lines) + "\n";
    }

    private static void add(List<String> lines, Table table) {
        lines.add("");
        lines.add("table " + table.name() + (table.comment() == null ? "" : " -- " + table.comment()));
        table.columns().forEach(column -> lines.add("  " + column(column)));
        table.constraints().forEach(constraint -> lines.add("  " + constraint(constraint)));
        table.options().forEach(option -> lines.add("  " + option));
        table.indexes().forEach(index -> lines.add("  " + index(index)));
    }

    private static String column(Column column) {
        StringBuilder words =
                new StringBuilder(column.name() + " " + column.type().kind() + " " + column.type());
        words.append(column.nullable() ? "" : " not null");
        words.append(
                column.defaultValue() == null
                        ? ""
                        : " default " + column.defaultValue().getClass().getSimpleName() + " " + column.defaultValue());
        words.append(column.generation() == null ? "" : " " + column.generation());
        words.append(column.collation() == null ? "" : " collate " + column.collation());
        return words + (column.comment() == null ? "" : " -- " + column.comment());
    }

    private static String constraint(Constraint constraint) {
        if (constraint instanceof Constraint.ForeignKey key) {
            return plain(key).description() + " on delete " + key.onDelete() + " on update " + key.onUpdate() + " "
                    + key.deferral();
        }
        if (constraint instanceof Constraint.Unique key) {
            return key.description() + (key.nullsNotDistinct() ? " nulls equal " : " ") + key.deferral();
        }
        return constraint.name() + " " + constraint.description();
    }

    private static String index(Index index) {
        return index.description()
                + (index.method() == null ? "" : " using " + index.method())
                + (index.parts().stream().anyMatch(Index.Part::expression) ? " with expressions" : "");
    }

    /** The text names each action, also the usual one. */
    private static Constraint.ForeignKey plain(Constraint.ForeignKey key) {
        return key.onDelete(Constraint.Action.NO_ACTION)
                .onUpdate(Constraint.Action.NO_ACTION)
                .deferred(Constraint.Deferral.NOT_DEFERRABLE);
    }
}
