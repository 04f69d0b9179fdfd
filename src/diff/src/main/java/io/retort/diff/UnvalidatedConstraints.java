package io.retort.diff;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.inspect.UnvalidatedConstraint;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.TableOperation;
import io.retort.schema.Constraint;
import io.retort.schema.QualifiedName;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Constraints of a database that were added without a check of the existing rows. A revision that drops one restores it
 * in the same way, because rows that violate it can exist.
 */
final class UnvalidatedConstraints {

    private final List<UnvalidatedConstraint> all;
    private final Dialect dialect;

    private UnvalidatedConstraints(List<UnvalidatedConstraint> all, Dialect dialect) {
        this.all = all;
        this.dialect = dialect;
    }

    /**
     * Returns the operations in which such constraints remain unvalidated.
     *
     * @param operations the operations of a revision
     * @param dialect the product
     * @param connection reads the constraints, only if a constraint is dropped
     */
    static List<Operation> in(List<Operation> operations, Dialect dialect, Connection connection) {
        if (operations.stream().noneMatch(ConstraintOperation.Drop.class::isInstance)) {
            return operations;
        }
        List<UnvalidatedConstraint> all = ComparedProduct.of(dialect)
                .unvalidatedConstraints()
                .map(query -> UnvalidatedConstraint.read(connection, query))
                .orElse(List.of());
        return all.isEmpty() ? operations : new UnvalidatedConstraints(all, dialect).in(operations);
    }

    private List<Operation> in(List<Operation> operations) {
        Unvalidated unvalidated = new Unvalidated();
        return operations.stream()
                .map(operation -> operation.accept(unvalidated))
                .toList();
    }

    private boolean contains(QualifiedName table, @Nullable String name) {
        return all.stream()
                .anyMatch(constraint -> typed(constraint.name()).equals(name)
                        && new QualifiedName(null, typed(constraint.table())).equals(table));
    }

    private String typed(String stored) {
        return dialect.identifiers().typed(stored);
    }

    /** Marks drops of unvalidated constraints, and additions of what was dropped. */
    private final class Unvalidated implements OperationVisitor.Rewrite {

        private final Map<QualifiedName, QualifiedName> formerNames = new HashMap<>();
        private final List<Constraint> dropped = new ArrayList<>();

        @Override
        public Operation renameTable(TableOperation.Rename rename) {
            formerNames.put(rename.after(), formerName(rename.before()));
            return rename;
        }

        @Override
        public Operation dropConstraint(ConstraintOperation.Drop drop) {
            Constraint constraint = drop.constraint();
            if (constraint == null || drop.concurrently() || !contains(formerName(drop.table()), drop.name())) {
                return drop;
            }
            dropped.add(constraint);
            return new ConstraintOperation.Drop(drop.table(), drop.name(), constraint, true);
        }

        @Override
        public Operation addConstraint(ConstraintOperation.Add add) {
            return dropped.contains(add.constraint())
                    ? new ConstraintOperation.Add(add.table(), add.constraint(), true)
                    : add;
        }

        private QualifiedName formerName(QualifiedName table) {
            return formerNames.getOrDefault(table, table);
        }
    }
}
