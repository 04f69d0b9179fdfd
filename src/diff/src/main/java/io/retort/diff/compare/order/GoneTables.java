package io.retort.diff.compare.order;

import io.retort.diff.compare.order.Changes.Phase;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.TableOperation;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Drops tables, each before those that it references. Foreign keys and indexes go by operations of their own, so that the
 * way back makes them again, and because MySQL and MariaDB keep an index that a foreign key needs.
 *
 * @param changes where the operations go
 */
public record GoneTables(Changes changes) {

    /** Notes the operations that drop these tables. */
    public void drop(List<Table> tables) {
        List<Table> referencingFirst = new ArrayList<>(TableOrder.referencedFirst(tables));
        Collections.reverse(referencingFirst);
        boolean cycles = TableOrder.hasCycle(tables);
        for (Table table : referencingFirst) {
            boolean apart = cycles || !table.indexes().isEmpty();
            List<Constraint> kept = table.constraints().stream()
                    .filter(constraint -> !apart || !(constraint instanceof ForeignKey))
                    .toList();
            table.constraints().stream()
                    .filter(constraint -> !kept.contains(constraint))
                    .forEach(key ->
                            changes.add(Phase.DROP_FOREIGN_KEYS, new ConstraintOperation.Drop(table.name(), key)));
            table.indexes()
                    .forEach(index -> changes.add(Phase.DROP_TABLES, new IndexOperation.Drop(table.name(), index)));
            changes.add(Phase.DROP_TABLES, new TableOperation.Drop(table.name(), table.withConstraints(kept)));
        }
    }
}
