package io.retort.diff.internal.compare;

import io.retort.diff.internal.compare.OperationOrder.Phase;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.TableOperation;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Creates tables, each after the tables that it references. A foreign key is created with its table where possible. It
 * is added at the end if it closes a cycle or references a changing table.
 *
 * @param stability decides whether a referenced key changes
 * @param changes collects the operations
 */
record NewTables(KeyStability stability, OperationOrder changes) {

    /**
     * Adds the operations that create some tables.
     *
     * @param tables the tables to create
     */
    public void create(List<Table> tables) {
        Set<QualifiedName> created = new HashSet<>();
        for (Table table : TableOrder.referencedFirst(tables)) {
            create(table, key -> ready(key, table, created));
            created.add(table.name());
        }
    }

    private boolean ready(ForeignKey key, Table table, Set<QualifiedName> created) {
        boolean self = key.referencedTable().equals(table.name());
        return self
                ? KeyStability.hasKey(table, key.referencedColumns())
                : created.contains(key.referencedTable()) || stability.of(key);
    }

    private void create(Table table, Predicate<ForeignKey> ready) {
        List<Constraint> early = table.constraints().stream()
                .filter(constraint -> !(constraint instanceof ForeignKey key) || ready.test(key))
                .toList();
        changes.add(Phase.CREATE_TABLES, new TableOperation.Create(table.withConstraints(early)));
        table.indexes()
                .forEach(index -> changes.add(Phase.CREATE_TABLES, new IndexOperation.Create(table.name(), index)));
        table.constraints().stream()
                .filter(constraint -> !early.contains(constraint))
                .forEach(key -> changes.add(Phase.ADD_FOREIGN_KEYS, new ConstraintOperation.Add(table.name(), key)));
    }
}
