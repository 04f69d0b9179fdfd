package io.retort.internal.sql;

import io.retort.schema.Constraint;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.List;
import java.util.function.UnaryOperator;

/** Applies a rename to every reference to the renamed object. */
public final class RenamedReferences {

    private RenamedReferences() {}

    /** Renames references to a table that already has its new name: in its own expressions and in foreign keys. */
    public static Snapshot follow(Snapshot schema, QualifiedName before, QualifiedName after) {
        ColumnReferences mentions = new ColumnReferences(before.name(), after.name(), true);
        return schema.mapTable(after, mentions::renamedIn).mapTables(table -> follow(table, before, after));
    }

    private static Table follow(Table table, QualifiedName before, QualifiedName after) {
        return table.withConstraints(table.constraints().stream()
                .map(constraint -> constraint instanceof ForeignKey key
                                && key.referencedTable().equals(before)
                        ? key.references(after, key.referencedColumns())
                        : constraint)
                .toList());
    }

    /** Renames references to a column: in its own table and in foreign keys of other tables. */
    public static Snapshot follow(Snapshot schema, QualifiedName table, String before, String after) {
        UnaryOperator<String> rename = name -> name.equals(before) ? after : name;
        ColumnReferences mentions = new ColumnReferences(before, after);
        return schema.mapTable(table, t -> mentions.renamedIn(mentions(t, rename)))
                .mapTables(t -> referenced(t, table, rename));
    }

    private static Table mentions(Table table, UnaryOperator<String> rename) {
        return table.mapColumns(column -> column.withName(rename.apply(column.name())))
                .withConstraints(table.constraints().stream()
                        .map(constraint -> mentions(constraint, rename))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(index -> mentions(index, rename))
                        .toList());
    }

    private static Constraint mentions(Constraint constraint, UnaryOperator<String> rename) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return new Constraint.PrimaryKey(key.name(), all(key.columns(), rename));
        }
        if (constraint instanceof Constraint.Unique unique) {
            return new Constraint.Unique(
                    unique.name(), all(unique.columns(), rename), unique.nullsNotDistinct(), unique.deferral());
        }
        if (constraint instanceof ForeignKey key) {
            return new ForeignKey(
                    key.name(),
                    all(key.columns(), rename),
                    key.referencedTable(),
                    key.referencedColumns(),
                    key.onDelete(),
                    key.onUpdate(),
                    key.deferral());
        }
        return constraint;
    }

    private static Index mentions(Index index, UnaryOperator<String> rename) {
        List<Index.Part> parts = index.parts().stream()
                .map(part -> part.expression()
                        ? part
                        : new Index.Part(rename.apply(part.text()), false, part.descending(), part.nulls()))
                .toList();
        return new Index(index.name(), parts, index.unique(), index.where(), index.method());
    }

    private static Table referenced(Table table, QualifiedName target, UnaryOperator<String> rename) {
        return table.withConstraints(table.constraints().stream()
                .map(constraint -> constraint instanceof ForeignKey key
                                && key.referencedTable().equals(target)
                        ? key.references(target, all(key.referencedColumns(), rename))
                        : constraint)
                .toList());
    }

    private static List<String> all(List<String> names, UnaryOperator<String> rename) {
        return names.stream().map(rename).toList();
    }
}
