package io.retort.diff.compare;

import io.retort.diff.compare.order.Changes.Phase;
import io.retort.operation.ConstraintOperation;
import io.retort.schema.Constraint.PrimaryKey;
import java.util.List;
import java.util.Optional;

/**
 * Compares primary keys, by columns; the name is the database's affair.
 *
 * @param tables the table on both sides
 */
record PrimaryKeyComparison(TableComparison tables) {

    void compare() {
        Optional<PrimaryKey> live = tables.live().primaryKey();
        Optional<PrimaryKey> wanted = tables.wanted().primaryKey();
        if (live.map(PrimaryKey::columns).equals(wanted.map(PrimaryKey::columns))) {
            return;
        }
        live.ifPresent(key -> tables.changes()
                .add(
                        Phase.DROP_CONSTRAINTS,
                        new ConstraintOperation.Drop(tables.live().name(), key)));
        wanted.map(key -> declared(key.columns()).orElse(key))
                .ifPresent(key -> tables.changes()
                        .add(
                                Phase.ADD_KEYS,
                                new ConstraintOperation.Add(tables.live().name(), key)));
    }

    private Optional<PrimaryKey> declared(List<String> columns) {
        return tables.declared().primaryKey().filter(key -> key.columns().equals(columns));
    }
}
