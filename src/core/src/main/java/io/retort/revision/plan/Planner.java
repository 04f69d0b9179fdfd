package io.retort.revision.plan;

import io.retort.revision.Direction;
import io.retort.revision.RevisionException;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import io.retort.revision.RevisionNumbers;
import io.retort.revision.lineage.Links;
import io.retort.revision.lineage.Stamping;
import io.retort.revision.lineage.Walk;
import io.retort.revision.target.Target;
import io.retort.revision.target.TargetRange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers what has to run to get from some heads to a target. Holds no state but the history.
 *
 * <p>Up: all that the target needs, less all that the current heads need. Down: all that needs the target's children,
 * of what is applied, in the opposite order. Every question that has no answer ends in a {@link RevisionException}
 * before anything could have run. The cost of a plan is linear in the size of the history.
 */
public final class Planner {

    private final RevisionNumbers numbers;
    private final Links needs;

    public Planner(RevisionGraph graph) {
        this.numbers = graph.numbers();
        this.needs = numbers.needs();
    }

    /**
     * What runs to bring a database to a target. A target that is applied already gives an empty plan.
     *
     * @param heads ids of the current heads
     * @throws RevisionException when the target or the heads make no sense
     */
    public Plan upgrade(Collection<String> heads, String target) {
        Ranges.refuse(target);
        CurrentHeads database = database(heads);
        TargetResolver resolver = new TargetResolver(numbers, "upgrade to");
        BitSet targets = new Route(numbers, resolver, database::rows).up(resolver.read(target));
        Overlaps.refuse(numbers, "The targets", targets);
        BitSet current = database.set();
        database.refuseContradiction();
        BitSet applied = needs.ancestors(current);
        BitSet after = needs.ancestors(targets);
        after.or(applied);
        BitSet entering = (BitSet) after.clone();
        entering.andNot(applied);
        return new Plan(Direction.UP, steps(entering, Direction.UP), numbers.idsOf(current), heads(after));
    }

    /** As {@link #upgrade}, without a database: {@code target}, which starts from the base, or {@code from:target}. */
    public Plan offlineUpgrade(String target) {
        if (!TargetRange.looksLike(target)) {
            return upgrade(List.of(), target);
        }
        TargetRange range = Ranges.ofScript(target);
        return upgrade(start(range), range.to());
    }

    /**
     * What runs to take a database back to a target; the target itself stays applied.
     *
     * @param heads ids of the current heads
     * @throws RevisionException when the target or the heads make no sense, or when the target is not applied
     */
    public Plan downgrade(Collection<String> heads, String target) {
        Ranges.refuse(target);
        CurrentHeads database = database(heads);
        TargetResolver resolver = new TargetResolver(numbers, "downgrade to");
        Route route = new Route(numbers, resolver, database::rows);
        Target read = resolver.read(target);
        Route.Floor floor = route.down(read);
        BitSet leaving = needs.descendants(route.roots(read, floor));
        BitSet current = database.set();
        BitSet after = needs.ancestors(current);
        leaving.and(after);
        if (leaving.isEmpty() && !floor.isGround() && !current.get(floor.at())) {
            throw resolver.refusals().notApplied(read, current);
        }
        database.refuseContradiction();
        after.andNot(leaving);
        return new Plan(Direction.DOWN, steps(leaving, Direction.DOWN), numbers.idsOf(current), heads(after));
    }

    /** As {@link #downgrade}, without a database: always {@code from:target}. */
    public Plan offlineDowngrade(String target) {
        if (!TargetRange.looksLike(target)) {
            throw Ranges.required(target);
        }
        TargetRange range = Ranges.ofScript(target);
        return downgrade(start(range), range.to());
    }

    /**
     * What changes when the current heads are set to some targets without running anything. Heads on the line of a
     * target give way to it, others stay.
     *
     * @param heads ids of the current heads; when purging they need not be in the history
     * @param targets where to go, at least one
     * @param purge whether all current heads are forgotten first
     * @throws RevisionException when a target makes no sense, or when one target is below another
     */
    public Plan stamp(Collection<String> heads, List<String> targets, boolean purge) {
        CurrentHeads database = database(heads);
        BitSet current = purge ? new BitSet() : database.set();
        TargetResolver resolver = new TargetResolver(numbers, "stamp");
        Places places = new Places(numbers, resolver);
        List<Target> read = targets.stream().map(resolver::read).toList();
        Stamping stamping = new Stamping(needs, current);
        read.forEach(target -> stamping.release(lines(resolver, target, current)));
        read.forEach(target -> stamping.add(current.isEmpty() ? places.anywhere(target) : resolver.all(target)));
        if (!purge) {
            database.refuseTwice();
        }
        BitSet after = stamping.heads();
        Overlaps.refuse(numbers, "The revisions to stamp", after);
        BitSet known =
                purge ? numbers.set(heads.stream().filter(numbers::contains).toList()) : current;
        return move(new LinkedHashSet<>(heads), needs.ancestors(known), needs.ancestors(after));
    }

    /** Where nothing is applied, no line has a head to give way, and names need not be looked up yet. */
    private static BitSet lines(TargetResolver resolver, Target target, BitSet current) {
        boolean heads = target.is(Target.HEAD) || target.is(Target.HEADS);
        return current.isEmpty() && !heads ? new BitSet() : resolver.linesOf(target);
    }

    /** As {@link #stamp}, without a database: each target may be {@code from:target}, all with the same start. */
    public Plan offlineStamp(List<String> targets) {
        List<String> ends = new ArrayList<>();
        Set<String> starts = new LinkedHashSet<>();
        List<String> heads = List.of();
        for (String target : targets) {
            if (TargetRange.looksLike(target)) {
                TargetRange range = Ranges.ofScript(target);
                starts.add(range.from());
                heads = start(range);
                ends.add(range.to());
            } else {
                ends.add(target);
            }
        }
        if (starts.size() > 1) {
            throw Ranges.bad(String.join(", ", targets), "a script stamps from one place only");
        }
        return stamp(heads, ends, false);
    }

    /** The revisions that a target means: several for {@code heads}, none for {@code base}. */
    public List<RevisionInfo> resolve(String target) {
        return resolve(target, List.of());
    }

    /**
     * The revisions that a target means: several for {@code heads}, none for {@code base}. Steps down alone, as in
     * {@code -2}, are counted from the heads of the history.
     *
     * @param heads ids of the current heads, for {@code current}
     */
    public List<RevisionInfo> resolve(String target, Collection<String> heads) {
        TargetResolver resolver = new TargetResolver(numbers, "find");
        Target read = resolver.read(target);
        BitSet current = database(heads).set();
        return numbers.infos(Places.isCurrent(read) ? current : new Places(numbers, resolver).anywhere(read));
    }

    /**
     * The one revision that a target means; empty for {@code base}.
     *
     * @throws RevisionException when it means several
     */
    public Optional<RevisionInfo> resolveOne(String target) {
        return resolveOne(target, List.of());
    }

    /**
     * The one revision that a target means; empty for {@code base}.
     *
     * @param heads ids of the current heads, for {@code current}
     * @throws RevisionException when it means several
     */
    public Optional<RevisionInfo> resolveOne(String target, Collection<String> heads) {
        TargetResolver resolver = new TargetResolver(numbers, "find");
        Target read = resolver.read(target);
        int found = resolver.only(read, new Places(numbers, resolver).of(read, database(heads)));
        return found == Walk.GROUND ? Optional.empty() : Optional.of(numbers.at(found));
    }

    /**
     * The revisions of a range {@code start:end}, newest first, both ends included. Without a start it begins at the
     * base, without an end it goes to the heads; steps down as a start are counted from the end.
     *
     * @param heads ids of the current heads, for {@code current}
     */
    public List<RevisionInfo> history(String range, Collection<String> heads) {
        return new Listing(numbers, database(heads)).of(Ranges.read(range));
    }

    private CurrentHeads database(Collection<String> heads) {
        return new CurrentHeads(numbers, heads);
    }

    private List<String> start(TargetRange range) {
        return resolveOne(range.from()).map(RevisionInfo::id).map(List::of).orElse(List.of());
    }

    private Plan move(Set<String> before, BitSet from, BitSet to) {
        BitSet leaving = (BitSet) from.clone();
        leaving.andNot(to);
        BitSet entering = (BitSet) to.clone();
        entering.andNot(from);
        List<Step> steps = new ArrayList<>(steps(leaving, Direction.DOWN));
        steps.addAll(steps(entering, Direction.UP));
        Direction direction = entering.isEmpty() && !leaving.isEmpty() ? Direction.DOWN : Direction.UP;
        return new Plan(direction, steps, before, heads(to));
    }

    private Set<String> heads(BitSet applied) {
        return numbers.idsOf(needs.maximal(applied));
    }

    private List<Step> steps(BitSet set, Direction direction) {
        List<Step> steps = new ArrayList<>(set.cardinality());
        for (RevisionInfo revision : numbers.ordered(set)) {
            steps.add(new Step(revision, direction));
        }
        if (direction == Direction.DOWN) {
            Collections.reverse(steps);
        }
        return steps;
    }
}
