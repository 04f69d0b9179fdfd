package io.retort.diff.internal.compare;

import io.retort.diff.internal.compare.OperationOrder.Phase;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.TableOperation;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Drops tables, each before the tables that it references.
 *
 * <p>Indexes are dropped by separate operations, so that the downgrade creates them again. So are foreign keys that
 * cannot be dropped with their table: those in a cycle, those that need such an index, and those that reference a
 * changing table.
 *
 * @param stability decides whether a referenced key changes
 * @param changes collects the operations
 */
record DroppedTables(KeyStability stability, OperationOrder changes) {

    /**
     * Adds the operations that drop some tables.
     *
     * @param tables the tables to drop
     */
    public void drop(List<Table> tables) {
        List<Table> referencingFirst = new ArrayList<>(TableOrder.referencedFirst(tables));
        Collections.reverse(referencingFirst);
        boolean cycles = TableOrder.hasCycle(tables);
        Set<QualifiedName> gone = tables.stream().map(Table::name).collect(Collectors.toSet());
        for (Table table : referencingFirst) {
            drop(
                    table,
                    key -> !cycles
                            && !KeyStability.needsIndex(key, table)
                            && (gone.contains(key.referencedTable()) || stability.of(key)));
        }
    }

    private void drop(Table table, Predicate<ForeignKey> waits) {
        List<Constraint> kept = table.constraints().stream()
                .filter(constraint -> !(constraint instanceof ForeignKey key) || waits.test(key))
                .toList();
        table.constraints().stream()
                .filter(constraint -> !kept.contains(constraint))
                .forEach(key -> changes.add(Phase.DROP_FOREIGN_KEYS, new ConstraintOperation.Drop(table.name(), key)));
        table.indexes().forEach(index -> changes.add(Phase.DROP_TABLES, new IndexOperation.Drop(table.name(), index)));
        changes.add(Phase.DROP_TABLES, new TableOperation.Drop(table.name(), table.withConstraints(kept)));
    }
}
