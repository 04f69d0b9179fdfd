package io.retort.revision.plan;

import io.retort.revision.RevisionNumbers;
import io.retort.revision.lineage.Links;
import io.retort.revision.lineage.Walk;
import io.retort.revision.target.Target;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a target lies as seen from where a database is: counts steps from the current heads, and chooses the line
 * to go along. The current heads are only looked at when a target counts from them.
 */
final class Route {

    private final Links parents;
    private final Links needs;
    private final TargetResolver resolver;
    private final Supplier<int[]> rows;

    Route(RevisionNumbers numbers, TargetResolver resolver, Supplier<int[]> rows) {
        this.parents = numbers.parents();
        this.needs = numbers.needs();
        this.resolver = resolver;
        this.rows = rows;
    }

    /**
     * How far down to go.
     *
     * @param at what stays, or the ground
     * @param branch of several ways above the floor only those at or below this revision go, or null for all
     */
    record Floor(int at, @Nullable Integer branch) {

        boolean isGround() {
            return at == Walk.GROUND;
        }
    }

    /** Where an upgrade leads. */
    BitSet up(Target target) {
        return up(target, false);
    }

    /** Where an upgrade leads, or the highest place on the way to it. */
    BitSet upAtMost(Target target) {
        return up(target, true);
    }

    private BitSet up(Target target, boolean atMost) {
        if (!target.isRelative()) {
            return resolver.all(target);
        }
        int found = target.distance() > 0 ? above(target, atMost) : below(target);
        if (found == Walk.GROUND) {
            throw resolver.refusals().outOfRange(target, "that is the base, and nothing is above it");
        }
        return Links.single(found);
    }

    private int above(Target target, boolean atMost) {
        int start = target.isFromCurrent() ? startUp(target) : resolver.one(target.start(false));
        return atMost ? resolver.upAtMost(target, start) : resolver.up(target, start);
    }

    private int below(Target target) {
        if (target.isFromCurrent()) {
            throw resolver.refusals().outOfRange(target, "only steps up lead up from where the database is");
        }
        int start = resolver.one(target.start(true));
        return start == Walk.GROUND ? start : resolver.down(target, start);
    }

    /** Where {@code +N} counts from: the current head on the branch, or how far the branch is applied, or the base. */
    private int startUp(Target target) {
        BitSet starts = onLine(target, this::appliedTips);
        if (Arrays.stream(rows.get()).filter(starts::get).count() > 1) {
            throw resolver.refusals().severalStarts(target, starts);
        }
        return starts.isEmpty() ? Walk.GROUND : only(target, starts);
    }

    /** What is applied of a line, without what another applied revision of the line needs directly. */
    private BitSet appliedTips(BitSet line) {
        BitSet applied = needs.ancestors(current());
        applied.and(line);
        BitSet tips = (BitSet) applied.clone();
        applied.stream().flatMap(node -> Arrays.stream(needs.down(node))).forEach(tips::clear);
        return tips;
    }

    /** Where a downgrade leads. */
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
        if (found == Walk.GROUND) {
            throw resolver.refusals().outOfRange(target, "no steps lead there");
        }
        return new Floor(up ? found : resolver.down(target, start), branch(target));
    }

    private @Nullable Integer branch(Target target) {
        return target.branch() == null ? null : resolver.branch(target, target.branch());
    }

    private Floor downFromCurrent(Target target) {
        if (target.distance() >= 0) {
            throw resolver.refusals().outOfRange(target, "only steps down lead down from where the database is");
        }
        BitSet starts = onLine(target, line -> {
            BitSet tips = parents.maximal(needs.ancestors(current()));
            tips.and(line);
            return tips;
        });
        if (starts.isEmpty()) {
            throw resolver.refusals().outOfRange(target, "nothing is applied there");
        }
        int floor = resolver.down(target, firstOf(starts));
        int start = only(target, starts);
        Integer branch = branch(target);
        return new Floor(floor, branch == null ? Integer.valueOf(start) : branch);
    }

    /** The first in the order given: steps that run off the history are told before a choice that would not help. */
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

    /** The current heads on the branch; where other heads hide them, what is applied of the line. */
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
            throw resolver.refusals().severalStarts(target, starts);
        }
        return starts.nextSetBit(0);
    }

    /** The first revisions above the floor, on the branch if there is a choice: what needs them is taken back. */
    BitSet roots(Target target, Floor floor) {
        BitSet all = floor.isGround() ? parents.roots() : children(floor.at());
        if (floor.branch() == null || all.cardinality() < 2) {
            return all;
        }
        BitSet roots = parents.ancestors(Links.single(floor.branch()));
        roots.and(all);
        if (roots.isEmpty()) {
            throw resolver.refusals().noChoice(target, all);
        }
        return roots;
    }

    private BitSet children(int node) {
        BitSet children = new BitSet();
        Arrays.stream(parents.up(node)).forEach(children::set);
        return children;
    }

    /** What lies so many steps below each of some heads. */
    BitSet belowEach(Target target, BitSet heads) {
        int[] found =
                heads.stream().map(head -> resolver.downAtMost(target, head)).toArray();
        BitSet places = new BitSet();
        for (int place : found) {
            if (place == Walk.GROUND) {
                throw resolver.refusals().outOfRange(target, "the history begins before that");
            }
            places.set(place);
        }
        return places;
    }
}
