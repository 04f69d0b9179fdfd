package io.retort.diff.compare;

import io.retort.diff.compare.order.Changes;
import io.retort.diff.compare.order.Changes.Phase;
import io.retort.operation.SequenceOperation;
import io.retort.schema.Sequence;
import java.util.Optional;

/**
 * Compares sequences, by name.
 *
 * @param schemas both sides
 * @param changes where the operations go
 */
record SequenceComparison(Schemas schemas, Changes changes) {

    void compare() {
        for (Sequence wanted : schemas.wanted().sequences()) {
            Sequence declared = schemas.declared().sequence(wanted.name()).orElse(wanted);
            Optional<Sequence> live = schemas.live().sequence(wanted.name());
            if (live.isEmpty()) {
                changes.add(Phase.CREATE_SEQUENCES, new SequenceOperation.Create(declared));
            } else if (!live.get().equals(wanted)) {
                changes.add(Phase.CREATE_SEQUENCES, new SequenceOperation.Alter(live.get(), altered(wanted, declared)));
            }
        }
        schemas.live().sequences().stream()
                .filter(live -> schemas.wanted().sequence(live.name()).isEmpty())
                .forEach(this::drop);
    }

    /** What is said of a sequence that changes: everything, so that nothing is left as it happens to be. */
    private static Sequence altered(Sequence wanted, Sequence declared) {
        return wanted.startWith(declared.start()).incrementBy(declared.increment());
    }

    private void drop(Sequence live) {
        if (schemas.ours().test(live.name())) {
            changes.add(Phase.DROP_SEQUENCES, new SequenceOperation.Drop(live.name(), live));
        } else {
            changes.leaveAlone(live.name());
        }
    }
}
