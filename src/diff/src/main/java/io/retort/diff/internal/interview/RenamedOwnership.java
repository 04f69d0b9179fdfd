package io.retort.diff.internal.interview;

import io.retort.diff.internal.compare.DelegatingOwnership;
import io.retort.diff.internal.compare.ForeignKeyProperty;
import io.retort.diff.internal.compare.SchemaOwnership;
import io.retort.internal.sql.RenamedReferences;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.List;

/** An ownership by new names, for a history with the old names. */
final class RenamedOwnership extends DelegatingOwnership {

    private final AcceptedRenames renaming;

    RenamedOwnership(SchemaOwnership ownership, AcceptedRenames renaming) {
        super(ownership);
        this.renaming = renaming;
    }

    @Override
    public boolean test(QualifiedName name) {
        return super.test(renaming.original(name));
    }

    @Override
    public Owner owner(Table table, Index index) {
        Table before = before(table);
        return super.owner(before, before.indexes().get(table.indexes().indexOf(index)));
    }

    @Override
    public Owner owner(Table table, Constraint constraint) {
        Table before = before(table);
        return super.owner(before, before.constraints().get(table.constraints().indexOf(constraint)));
    }

    @Override
    public Owner owner(Table table, Constraint.ForeignKey key, ForeignKeyProperty property) {
        Table before = before(table);
        Constraint found = before.constraints().get(table.constraints().indexOf(key));
        return super.owner(before, (Constraint.ForeignKey) found, property);
    }

    @Override
    public Owner owner(Table table, Column column, Property property) {
        return super.owner(
                table.withName(renaming.original(table.name())),
                column.withName(renaming.original(table.name(), column.name())),
                property);
    }

    @Override
    public Owner ownerOfComment(Table table) {
        return super.ownerOfComment(table.withName(renaming.original(table.name())));
    }

    @Override
    public boolean excludes(QualifiedName table, String object) {
        return super.excludes(renaming.original(table), object) || super.excludes(table, object);
    }

    /** The table with its old name and the old names of its columns. */
    private Table before(Table table) {
        Snapshot schema = Snapshot.EMPTY.with(table);
        List<Column> renamed = table.columns().stream()
                .filter(column -> renaming.renamed(table.name(), column.name()))
                .toList();
        // In two steps, because two columns can have each other's names.
        for (Column column : renamed) {
            schema = RenamedReferences.follow(schema, table.name(), column.name(), between(renamed, column));
        }
        for (Column column : renamed) {
            schema = RenamedReferences.follow(
                    schema, table.name(), between(renamed, column), renaming.original(table.name(), column.name()));
        }
        return schema.table(table.name()).orElseThrow().withName(renaming.original(table.name()));
    }

    private static String between(List<Column> renamed, Column column) {
        return "retort_renamed_" + renamed.indexOf(column);
    }
}
