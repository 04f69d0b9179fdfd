package io.retort.operation;

import io.retort.schema.QualifiedName;
import java.util.Optional;

/** What an operation is about. */
public final class Subject {

    private Subject() {}

    /** The table that an operation changes; empty for sequences, types, SQL and code. */
    public static Optional<QualifiedName> table(Operation operation) {
        if (operation instanceof TableOperation table) {
            return Optional.of(table(table));
        }
        if (operation instanceof ColumnOperation column) {
            return Optional.of(column.table());
        }
        if (operation instanceof ConstraintOperation constraint) {
            return Optional.of(constraint.table());
        }
        if (operation instanceof IndexOperation index) {
            return Optional.of(index.table());
        }
        return operation instanceof DataOperation data ? table(data) : Optional.empty();
    }

    private static QualifiedName table(TableOperation operation) {
        if (operation instanceof TableOperation.Create create) {
            return create.table().name();
        }
        if (operation instanceof TableOperation.Drop drop) {
            return drop.name();
        }
        if (operation instanceof TableOperation.Rebuild rebuild) {
            return rebuild.before().name();
        }
        return operation instanceof TableOperation.Rename rename
                ? rename.after()
                : ((TableOperation.Comment) operation).table();
    }

    private static Optional<QualifiedName> table(DataOperation operation) {
        if (operation instanceof DataOperation.Insert insert) {
            return Optional.of(insert.table());
        }
        return operation instanceof DataOperation.Delete delete ? Optional.of(delete.table()) : Optional.empty();
    }
}
