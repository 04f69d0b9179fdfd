package io.retort.diff.internal.interview;

import io.retort.operation.ConstraintOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Check;
import io.retort.schema.QualifiedName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A check constraint that an operation adds or drops.
 *
 * @param table the table of the constraint
 * @param check the constraint
 */
record ReplacedCheck(QualifiedName table, Check check) {

    static final OperationVisitor<Optional<ReplacedCheck>> FINDER = new Finder();

    private static Optional<ReplacedCheck> of(QualifiedName table, @Nullable Constraint constraint) {
        return constraint instanceof Check check ? Optional.of(new ReplacedCheck(table, check)) : Optional.empty();
    }

    private static final class Finder implements OperationVisitor.Selective<Optional<ReplacedCheck>> {

        @Override
        public Optional<ReplacedCheck> addConstraint(ConstraintOperation.Add add) {
            return of(add.table(), add.constraint());
        }

        @Override
        public Optional<ReplacedCheck> dropConstraint(ConstraintOperation.Drop drop) {
            return of(drop.table(), drop.constraint());
        }

        @Override
        public Optional<ReplacedCheck> other(Operation operation) {
            return Optional.empty();
        }
    }
}
