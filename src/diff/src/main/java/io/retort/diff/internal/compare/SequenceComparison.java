package io.retort.diff.internal.compare;

import io.retort.diff.internal.compare.OperationOrder.Phase;
import io.retort.operation.SequenceOperation;
import io.retort.schema.Sequence;
import java.util.Optional;

/**
 * Compares sequences, matched by name.
 */
final class SequenceComparison {

    private final ComparisonContext schemas;
    private final OperationOrder changes;

    /**
     * @param schemas both sides
     * @param changes collects the operations
     */
    SequenceComparison(ComparisonContext schemas, OperationOrder changes) {
        this.schemas = schemas;
        this.changes = changes;
    }

    void compare() {
        for (Sequence wanted : schemas.wanted().sequences()) {
            Sequence declared = schemas.declared().sequence(wanted.name()).orElse(wanted);
            Optional<Sequence> live = schemas.live().sequence(wanted.name());
            if (live.isEmpty()) {
                changes.add(Phase.CREATE_SEQUENCES, new SequenceOperation.Create(declared));
            } else {
                compare(live.get(), keepingOptions(wanted, live.get()), declared);
            }
        }
        schemas.live().sequences().stream()
                .filter(live -> schemas.wanted().sequence(live.name()).isEmpty())
                .forEach(this::drop);
    }

    private void compare(Sequence live, Sequence wanted, Sequence declared) {
        if (!live.equals(wanted)) {
            changes.add(Phase.CREATE_SEQUENCES, new SequenceOperation.Alter(live, altered(wanted, declared)));
        }
    }

    /** Bounds, cache and cycle are kept as they are in the database unless the entity defines them. */
    private static Sequence keepingOptions(Sequence wanted, Sequence live) {
        Sequence kept = wanted.minimum(wanted.minimum() == null ? live.minimum() : wanted.minimum())
                .maximum(wanted.maximum() == null ? live.maximum() : wanted.maximum())
                .cache(wanted.cache() == null ? live.cache() : wanted.cache());
        return live.cycle() ? kept.cycling() : kept;
    }

    /** An alter operation states all options, so that the result does not depend on the live sequence. */
    private static Sequence altered(Sequence wanted, Sequence declared) {
        return wanted.startWith(declared.start()).incrementBy(declared.increment());
    }

    private void drop(Sequence live) {
        if (schemas.ours().isPartOfColumn(live.name())) {
            return;
        }
        if (schemas.ours().test(live.name())) {
            changes.add(Phase.DROP_SEQUENCES, new SequenceOperation.Drop(live.name(), live));
        } else {
            changes.leaveAlone(live.name());
        }
    }
}
