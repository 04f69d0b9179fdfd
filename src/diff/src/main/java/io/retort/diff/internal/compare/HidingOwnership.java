package io.retort.diff.internal.compare;

import io.retort.schema.Constraint;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import java.util.List;
import java.util.Map;

/** An ownership that hides the kept indexes and constraints from the comparison. */
final class HidingOwnership extends DelegatingOwnership {

    private final Map<QualifiedName, List<Index>> indexes;
    private final Map<QualifiedName, List<Constraint>> constraints;

    HidingOwnership(
            SchemaOwnership other,
            Map<QualifiedName, List<Index>> indexes,
            Map<QualifiedName, List<Constraint>> constraints) {
        super(other);
        this.indexes = indexes;
        this.constraints = constraints;
    }

    @Override
    public boolean hides(QualifiedName table, Index index) {
        return indexes.getOrDefault(table, List.of()).contains(index) || super.hides(table, index);
    }

    @Override
    public boolean hides(QualifiedName table, Constraint constraint) {
        return constraints.getOrDefault(table, List.of()).contains(constraint) || super.hides(table, constraint);
    }
}
