package io.retort.diff.compare.order;

import io.retort.diff.compare.order.Changes.Phase;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.TableOperation;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Creates tables, each after those that it references. A foreign key in a cycle is added when all tables are there.
 *
 * @param live the tables that are there already
 * @param changes where the operations go
 */
public record NewTables(Snapshot live, Changes changes) {

    /** Notes the operations that create these tables. */
    public void create(List<Table> tables) {
        Set<QualifiedName> there = new HashSet<>();
        live.tables().forEach(table -> there.add(table.name()));
        for (Table table : TableOrder.referencedFirst(tables)) {
            there.add(table.name());
            create(table, there);
        }
    }

    private void create(Table table, Set<QualifiedName> there) {
        List<Constraint> early = table.constraints().stream()
                .filter(constraint -> !(constraint instanceof ForeignKey key) || there.contains(key.referencedTable()))
                .toList();
        changes.add(Phase.CREATE_TABLES, new TableOperation.Create(table.withConstraints(early)));
        table.indexes()
                .forEach(index -> changes.add(Phase.CREATE_TABLES, new IndexOperation.Create(table.name(), index)));
        table.constraints().stream()
                .filter(constraint -> !early.contains(constraint))
                .forEach(key -> changes.add(Phase.ADD_FOREIGN_KEYS, new ConstraintOperation.Add(table.name(), key)));
    }
}
