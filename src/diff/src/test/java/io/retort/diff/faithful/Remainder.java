package io.retort.diff.faithful;

import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.schema.Constraint.ForeignKey;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The differences that remain after a revision has run. */
final class Remainder {

    private Remainder() {}

    /**
     * The remaining differences as texts; empty is correct. MySQL and MariaDB keep the index of a dropped foreign key,
     * so only that index can remain.
     */
    static List<String> of(List<Operation> found, List<Operation> run) {
        Set<String> gone = run.stream()
                .filter(ConstraintOperation.Drop.class::isInstance)
                .map(ConstraintOperation.Drop.class::cast)
                .filter(drop -> drop.constraint() instanceof ForeignKey)
                .map(drop -> Objects.requireNonNull(drop.name()))
                .collect(Collectors.toSet());
        return found.stream()
                .filter(operation -> !(operation instanceof IndexOperation.Drop drop
                        && gone.contains(drop.index().name())))
                .map(Operation::describe)
                .toList();
    }
}
