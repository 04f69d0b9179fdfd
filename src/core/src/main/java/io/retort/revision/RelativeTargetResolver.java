package io.retort.revision;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Resolves relative targets against the current heads and chooses the branch to follow. The current heads are looked up
 * only when a target is relative to them.
 */
final class RelativeTargetResolver {

    private final Dag parents;
    private final Dag needs;
    private final TargetResolver resolver;
    private final Supplier<int[]> rows;

    RelativeTargetResolver(RevisionNumbering numbers, TargetResolver resolver, Supplier<int[]> rows) {
        this.parents = numbers.parents();
        this.needs = numbers.needs();
        this.resolver = resolver;
        this.rows = rows;
    }

    /**
     * The end of a downgrade.
     *
     * @param at the revision that stays applied, or {@link RelativeSteps#GROUND} for the base
     * @param branch if several branches start there, only the one with this revision is reverted; null for all
     */
    record Floor(int at, @Nullable Integer branch) {

        boolean isGround() {
            return at == RelativeSteps.GROUND;
        }
    }

    /** Resolves the target of an upgrade. */
    BitSet up(Target target) {
        return up(target, false);
    }

    /** Resolves the target of an upgrade, or the highest revision on the way to it. */
    BitSet upAtMost(Target target) {
        return up(target, true);
    }

    private BitSet up(Target target, boolean atMost) {
        if (!target.isRelative()) {
            return resolver.all(target);
        }
        int found = target.distance() > 0 ? above(target, atMost) : below(target);
        if (found == RelativeSteps.GROUND) {
            throw resolver.errors().outOfRange(target, "that is the base, and it has no parent");
        }
        return Dag.single(found);
    }

    private int above(Target target, boolean atMost) {
        int start = target.isFromCurrent() ? startUp(target) : resolver.one(target.start(false));
        return atMost ? resolver.upAtMost(target, start) : resolver.up(target, start);
    }

    private int below(Target target) {
        if (target.isFromCurrent()) {
            throw resolver.errors().outOfRange(target, "an upgrade from the current heads needs a positive number");
        }
        int start = resolver.one(target.start(true));
        return start == RelativeSteps.GROUND ? start : resolver.down(target, start);
    }

    /**
     * {@code +N} starts from the current head on the branch, or from the applied part of the branch, or from the base.
     */
    private int startUp(Target target) {
        BitSet starts = onLine(target, this::appliedTips);
        if (Arrays.stream(rows.get()).filter(starts::get).count() > 1) {
            throw resolver.errors().severalStarts(target, starts);
        }
        return starts.isEmpty() ? RelativeSteps.GROUND : only(target, starts);
    }

    /** Applied revisions of a branch, except those that another applied revision of the branch needs directly. */
    private BitSet appliedTips(BitSet line) {
        BitSet applied = needs.ancestors(current());
        applied.and(line);
        BitSet tips = (BitSet) applied.clone();
        applied.stream().flatMap(node -> Arrays.stream(needs.down(node))).forEach(tips::clear);
        return tips;
    }

    /** Resolves the target of a downgrade. */
    Floor down(Target target) {
        if (target.isFromCurrent()) {
            return downFromCurrent(target);
        }
        if (!target.isRelative()) {
            return new Floor(resolver.one(target), branch(target));
        }
        boolean up = target.distance() >= 0;
        int start = resolver.one(target.start(!up));
        int found = up ? resolver.up(target, start) : start;
        if (found == RelativeSteps.GROUND) {
            throw resolver.errors().outOfRange(target, "no revision is at that distance");
        }
        return new Floor(up ? found : resolver.down(target, start), branch(target));
    }

    private @Nullable Integer branch(Target target) {
        return target.branch() == null ? null : resolver.branch(target, target.branch());
    }

    private Floor downFromCurrent(Target target) {
        if (target.distance() >= 0) {
            throw resolver.errors().outOfRange(target, "a downgrade from the current heads needs a negative number");
        }
        BitSet starts = onLine(target, line -> {
            BitSet tips = parents.maximal(needs.ancestors(current()));
            tips.and(line);
            return tips;
        });
        if (starts.isEmpty()) {
            throw resolver.errors().outOfRange(target, "nothing is applied there");
        }
        int floor = resolver.down(target, firstOf(starts));
        int start = only(target, starts);
        Integer branch = branch(target);
        return new Floor(floor, branch == null ? Integer.valueOf(start) : branch);
    }

    /** The first head in the order given: too many steps are reported before an ambiguity that would not matter. */
    private int firstOf(BitSet starts) {
        return Arrays.stream(rows.get()).filter(starts::get).findFirst().orElseGet(() -> starts.nextSetBit(0));
    }

    private BitSet current() {
        BitSet current = new BitSet();
        Arrays.stream(rows.get()).forEach(current::set);
        return current;
    }

    private interface Hidden {
        BitSet on(BitSet line);
    }

    /** The current heads on the branch. If heads of other branches need the branch, its applied part. */
    private BitSet onLine(Target target, Hidden hidden) {
        BitSet line = resolver.line(target);
        if (line == null) {
            return current();
        }
        BitSet starts = current();
        starts.and(line);
        return starts.isEmpty() ? hidden.on(line) : starts;
    }

    private int only(Target target, BitSet starts) {
        if (starts.cardinality() > 1) {
            throw resolver.errors().severalStarts(target, starts);
        }
        return starts.nextSetBit(0);
    }

    /**
     * Returns the first revisions above the floor, on the branch if there are several. They and what needs them are
     * reverted.
     */
    BitSet roots(Target target, Floor floor) {
        BitSet all = floor.isGround() ? parents.roots() : children(floor.at());
        if (floor.branch() == null || all.cardinality() < 2) {
            return all;
        }
        BitSet roots = parents.ancestors(Dag.single(floor.branch()));
        roots.and(all);
        if (roots.isEmpty()) {
            throw resolver.errors().noChoice(target, all);
        }
        return roots;
    }

    private BitSet children(int node) {
        BitSet children = new BitSet();
        Arrays.stream(parents.up(node)).forEach(children::set);
        return children;
    }

    /** Returns the revisions that are so many steps below each of some heads. */
    BitSet belowEach(Target target, BitSet heads) {
        int[] found =
                heads.stream().map(head -> resolver.downAtMost(target, head)).toArray();
        BitSet places = new BitSet();
        for (int place : found) {
            if (place == RelativeSteps.GROUND) {
                throw resolver.errors().outOfRange(target, "the history begins before that");
            }
            places.set(place);
        }
        return places;
    }
}
