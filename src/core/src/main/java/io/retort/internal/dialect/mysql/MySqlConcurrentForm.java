package io.retort.internal.dialect.mysql;

import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;

/** Returns the concurrent form of an operation that has one; other operations unchanged. */
final class MySqlConcurrentForm implements OperationVisitor.Rewrite {

    @Override
    public Operation addColumn(ColumnOperation.Add add) {
        return add.key() == null ? new ColumnOperation.Add(add.table(), add.column(), null, true) : add;
    }

    @Override
    public Operation dropColumn(ColumnOperation.Drop drop) {
        return drop.column() == null || drop.key() != null
                ? drop
                : new ColumnOperation.Drop(drop.table(), drop.name(), drop.column(), null, true);
    }

    @Override
    public Operation alterColumn(ColumnOperation.Alter alter) {
        return alter.using() != null || alter.usingBack() != null
                ? alter
                : new ColumnOperation.Alter(alter.table(), alter.before(), alter.after(), null, null, true);
    }

    @Override
    public Operation addConstraint(ConstraintOperation.Add add) {
        return add.notValid() ? add : new ConstraintOperation.Add(add.table(), add.constraint(), false, true);
    }

    @Override
    public Operation dropConstraint(ConstraintOperation.Drop drop) {
        return drop.constraint() == null || drop.notValid()
                ? drop
                : new ConstraintOperation.Drop(drop.table(), drop.name(), drop.constraint(), false, true);
    }

    @Override
    public Operation createIndex(IndexOperation.Create create) {
        return new IndexOperation.Create(create.table(), create.index(), true);
    }

    @Override
    public Operation dropIndex(IndexOperation.Drop drop) {
        return new IndexOperation.Drop(drop.table(), drop.index(), true, drop.definition());
    }
}
