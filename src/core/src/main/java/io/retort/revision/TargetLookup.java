package io.retort.revision;

import java.util.BitSet;

/** Resolves targets for commands that only read: any place in the history, {@code current} included. */
final class TargetLookup {

    private final RevisionNumbering numbers;
    private final TargetResolver resolver;

    TargetLookup(RevisionNumbering numbers, TargetResolver resolver) {
        this.numbers = numbers;
        this.resolver = resolver;
    }

    static boolean isCurrent(Target target) {
        return target.branch() == null && target.is(Target.CURRENT);
    }

    /** Resolves an absolute target. */
    BitSet of(Target target, CurrentHeads heads) {
        BitSet current = heads.set();
        return isCurrent(target) ? current : resolver.all(target);
    }

    /** Resolves a target; {@code -2} without an anchor starts from the heads of the history. */
    BitSet anywhere(Target target) {
        if (!target.isFromCurrent() || target.distance() >= 0) {
            return resolver.all(target);
        }
        BitSet tips = numbers.needs().tips();
        if (target.branch() != null) {
            int branch = resolver.branch(target, target.branch());
            tips.and(numbers.parents().descendants(Dag.single(branch)));
        }
        return new RelativeTargetResolver(numbers, resolver, () -> new int[0]).belowEach(target, tips);
    }
}
