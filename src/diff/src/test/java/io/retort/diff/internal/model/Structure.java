package io.retort.diff.internal.model;

import io.retort.schema.Column;
import io.retort.schema.Column.Generation;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Action;
import io.retort.schema.Index;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import io.retort.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The structure of a snapshot as sorted lines, without anything in which two spellings can differ. */
final class Structure {

    private Structure() {}

    /** Returns the lines of only the first with a minus, and those of only the second with a plus. */
    static List<String> differences(Snapshot first, Snapshot second) {
        List<String> lines = of(first);
        List<String> others = of(second);
        return Stream.concat(
                        lines.stream().filter(line -> !others.contains(line)).map(line -> "- " + line),
                        others.stream().filter(line -> !lines.contains(line)).map(line -> "+ " + line))
                .toList();
    }

    /**
     * Returns what a product keeps. HSQLDB does not keep the sort order of an index. SQLite has no comments, and its
     * identity columns are never null.
     */
    static Snapshot kept(Snapshot declared, TestDatabase database) {
        return switch (database) {
            case HSQLDB ->
                declared.mapTables(table -> table.withIndexes(
                        table.indexes().stream().map(Structure::unsorted).toList()));
            case SQLITE -> declared.mapTables(table -> table.withComment(null).mapColumns(Structure::plain));
            default -> declared;
        };
    }

    private static Index unsorted(Index index) {
        List<Index.Part> parts = index.parts().stream()
                .map(part -> new Index.Part(part.text(), part.expression(), false, part.nulls()))
                .toList();
        return new Index(index.name(), parts, index.unique(), index.where(), index.method());
    }

    private static Column plain(Column column) {
        return column.comment(null)
                .withNullable(column.nullable() || column.generation() instanceof Generation.Identity);
    }

    private static List<String> of(Snapshot snapshot) {
        List<String> lines = new ArrayList<>();
        snapshot.enumTypes().forEach(type -> lines.add("enum type " + type.description()));
        snapshot.sequences().forEach(sequence -> lines.add("sequence " + sequence.description()));
        snapshot.tables().forEach(table -> of(table).forEach(line -> lines.add(table.name() + ": " + line)));
        return lines.stream().sorted().toList();
    }

    private static List<String> of(Table table) {
        List<String> lines = new ArrayList<>();
        lines.add("comment " + table.comment());
        lines.add("columns " + table.columns().stream().map(Column::name).toList());
        table.columns().forEach(column -> lines.add(column(column)));
        table.constraintsOf(Constraint.PrimaryKey.class).forEach(key -> lines.add(key.description()));
        table.constraintsOf(Constraint.Unique.class).forEach(key -> lines.add("unique " + key.columns()));
        table.constraintsOf(Constraint.ForeignKey.class).forEach(key -> lines.add(foreignKey(key)));
        lines.add("checks " + table.constraintsOf(Constraint.Check.class).count());
        table.indexes().forEach(index -> lines.add(index(index)));
        return lines;
    }

    private static String column(Column column) {
        return "column " + column.name() + (column.nullable() ? "" : " not null")
                + (column.defaultValue() == null ? "" : " default")
                + kind(column.generation())
                + (column.comment() == null ? "" : " comment " + column.comment());
    }

    private static String kind(Generation generation) {
        if (generation instanceof Generation.Computed computed) {
            return computed.stored() ? " stored" : " virtual";
        }
        return generation == null ? "" : " " + generation;
    }

    /** MariaDB reports restrict as no action, which has the same effect there. */
    private static String foreignKey(Constraint.ForeignKey key) {
        Action onDelete = key.onDelete() == Action.RESTRICT ? Action.NO_ACTION : key.onDelete();
        Constraint.ForeignKey plain =
                key.onDelete(Action.NO_ACTION).onUpdate(Action.NO_ACTION).deferred(Constraint.Deferral.NOT_DEFERRABLE);
        return plain.description() + " on delete " + onDelete;
    }

    private static String index(Index index) {
        Stream<String> parts = index.parts().stream().map(part -> part.expression() ? "(expression)" : part.toString());
        return (index.unique() ? "unique " : "") + "index " + index.name() + " " + parts.toList()
                + (index.where() == null ? "" : " partial");
    }
}
