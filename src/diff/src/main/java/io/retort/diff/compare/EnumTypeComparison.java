package io.retort.diff.compare;

import io.retort.diff.compare.order.Changes;
import io.retort.diff.compare.order.Changes.Phase;
import io.retort.operation.TypeOperation;
import io.retort.schema.EnumType;
import java.util.List;

/**
 * Compares enum types, by name. A label can be added at the end; nothing can take one away or move it.
 *
 * @param schemas both sides
 * @param changes where the operations go
 */
record EnumTypeComparison(Schemas schemas, Changes changes) {

    void compare() {
        for (EnumType wanted : schemas.wanted().enumTypes()) {
            schemas.live()
                    .enumType(wanted.name())
                    .ifPresentOrElse(
                            live -> compare(live, wanted),
                            () -> changes.add(Phase.CREATE_TYPES, new TypeOperation.Create(wanted)));
        }
        schemas.live().enumTypes().stream()
                .filter(live -> schemas.wanted().enumType(live.name()).isEmpty())
                .forEach(this::drop);
    }

    private void compare(EnumType live, EnumType wanted) {
        List<String> labels = wanted.labels();
        int kept = live.labels().size();
        if (labels.size() >= kept && labels.subList(0, kept).equals(live.labels())) {
            labels.subList(kept, labels.size())
                    .forEach(
                            label -> changes.add(Phase.CREATE_TYPES, new TypeOperation.AddLabel(wanted.name(), label)));
        } else {
            changes.skip(
                    "type " + wanted.name() + ": its labels are " + live.labels() + " and should be " + labels
                            + "; PostgreSQL can only add labels, so write this revision by hand (mvn migrate:revision -Dempty)");
        }
    }

    private void drop(EnumType live) {
        if (schemas.ours().test(live.name())) {
            changes.add(Phase.DROP_TYPES, new TypeOperation.Drop(live));
        } else {
            changes.leaveAlone(live.name());
        }
    }
}
