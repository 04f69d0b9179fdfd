package io.retort.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/** Finds the revisions of a range {@code start:end}. An instance serves one call. */
final class RangeLookup {

    private final RevisionNumbering numbers;
    private final CurrentHeads heads;
    private final TargetResolver resolver;
    private final TargetLookup places;

    RangeLookup(RevisionNumbering numbers, CurrentHeads heads) {
        this.numbers = numbers;
        this.heads = heads;
        this.resolver = new TargetResolver(numbers, "list");
        this.places = new TargetLookup(numbers, resolver);
    }

    /** Returns the revisions, newest first. */
    List<RevisionInfo> of(TargetRange range) {
        Target start = resolver.read(range.from().isEmpty() ? Target.BASE : range.from());
        Target end = resolver.read(range.to().isEmpty() ? Target.HEADS : range.to());
        List<RevisionInfo> listed = new ArrayList<>(numbers.ordered(listed(start, end)));
        Collections.reverse(listed);
        return listed;
    }

    private BitSet listed(Target start, Target end) {
        RelativeTargetResolver route = new RelativeTargetResolver(numbers, resolver, () -> countedFrom(start, end));
        BitSet last = TargetLookup.isCurrent(end) ? heads.set() : route.upAtMost(end);
        if (start.branch() != null) {
            last.and(RevisionInterval.branch(
                    numbers.parents(), numbers.needs(), resolver.branch(start, start.branch())));
        }
        boolean counted = start.isFromCurrent() && start.distance() < 0;
        BitSet from = counted ? route.belowEach(start, last) : places.of(start, heads);
        return between(start, from, last);
    }

    /** An end such as {@code +2} is relative to the start, which then must be one revision. */
    private int[] countedFrom(Target start, Target end) {
        BitSet first = places.of(start, heads);
        if (end.branch() == null && !TargetLookup.isCurrent(start) && first.cardinality() > 1) {
            throw resolver.errors().severalHeads(start, first);
        }
        return first.stream().toArray();
    }

    private BitSet between(Target start, BitSet from, BitSet last) {
        OverlappingHeads.refuse(numbers, "The ends of the range", last);
        RevisionInterval stretch = RevisionInterval.between(numbers.parents(), numbers.needs(), from, last);
        ResolutionErrors errors = resolver.errors();
        if (!stretch.outside().isEmpty()) {
            throw errors.notBelow(start, stretch.outside(), "the end of the range does not need");
        }
        OverlappingHeads.refuse(numbers, "The starts of the range", from);
        if (!stretch.detour().isEmpty()) {
            throw errors.notBelow(start, stretch.detour(), "the end of the range needs only through a dependency");
        }
        return stretch.nodes();
    }
}
