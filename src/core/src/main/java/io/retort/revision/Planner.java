package io.retort.revision;

import io.retort.revision.Plan.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Computes plans. Its only state is the history.
 *
 * <p>An upgrade runs what the target needs, except what the current heads need. A downgrade reverts the applied
 * revisions that need the children of the target, in the opposite order. Every invalid request fails with a
 * {@link RevisionException} before anything runs. Planning takes linear time.
 */
public final class Planner {

    private final RevisionNumbering numbers;
    private final Dag needs;

    /** Creates a planner for a history. */
    public Planner(RevisionGraph graph) {
        this.numbers = graph.numbers();
        this.needs = numbers.needs();
    }

    /**
     * Plans an upgrade. The plan is empty if the target is already applied.
     *
     * @param heads the ids of the current heads
     * @param target the target
     * @throws RevisionException if the target or the heads are invalid
     */
    public Plan upgrade(Collection<String> heads, String target) {
        RangeRules.refuse(target);
        return planned(heads, target, "upgrade to");
    }

    /**
     * Plans the upgrade from the base to the target after which revisions are judged.
     *
     * @param since the target; the last revision that a squash replaces stands for the squash
     * @throws RevisionException if the target is invalid, or a squash replaces it and revisions after it
     */
    public Plan upgradeBefore(String since) {
        try {
            return planned(List.of(), new JudgedStart(numbers).of(since), JudgedStart.REQUEST);
        } catch (RevisionException e) {
            throw JudgedStart.advised(e);
        }
    }

    private Plan planned(Collection<String> heads, String target, String verb) {
        CurrentHeads database = database(heads);
        TargetResolver resolver = new TargetResolver(numbers, verb);
        BitSet targets = new RelativeTargetResolver(numbers, resolver, database::rows).up(resolver.read(target));
        OverlappingHeads.refuse(numbers, "The targets", targets);
        BitSet current = database.set();
        database.refuseContradiction();
        BitSet applied = needs.ancestors(current);
        BitSet after = needs.ancestors(targets);
        after.or(applied);
        BitSet entering = (BitSet) after.clone();
        entering.andNot(applied);
        return new Plan(Direction.UP, steps(entering, Direction.UP), numbers.idsOf(current), heads(after));
    }

    /**
     * Plans an upgrade without a database.
     *
     * @param target {@code target}, which starts from the base, or {@code from:target}
     * @throws RevisionException if the target is invalid
     */
    public Plan offlineUpgrade(String target) {
        if (!TargetRange.looksLike(target)) {
            return upgrade(List.of(), target);
        }
        TargetRange range = RangeRules.ofScript(target);
        return upgrade(start(range), range.to());
    }

    /**
     * Plans a downgrade; the target itself stays applied.
     *
     * @param heads the ids of the current heads
     * @param target the target
     * @throws RevisionException if the target or the heads are invalid, or the target is not applied
     */
    public Plan downgrade(Collection<String> heads, String target) {
        RangeRules.refuse(target);
        CurrentHeads database = database(heads);
        TargetResolver resolver = new TargetResolver(numbers, "downgrade to");
        RelativeTargetResolver route = new RelativeTargetResolver(numbers, resolver, database::rows);
        Target read = resolver.read(target);
        RelativeTargetResolver.Floor floor = route.down(read);
        BitSet leaving = needs.descendants(route.roots(read, floor));
        BitSet current = database.set();
        BitSet after = needs.ancestors(current);
        leaving.and(after);
        if (leaving.isEmpty() && !floor.isGround() && !current.get(floor.at())) {
            throw resolver.errors().notApplied(read, current);
        }
        database.refuseContradiction();
        after.andNot(leaving);
        return new Plan(Direction.DOWN, steps(leaving, Direction.DOWN), numbers.idsOf(current), heads(after));
    }

    /**
     * Plans a downgrade without a database.
     *
     * @param target {@code from:target}
     * @throws RevisionException if the range is invalid
     */
    public Plan offlineDowngrade(String target) {
        if (!TargetRange.looksLike(target)) {
            throw RangeRules.required(target);
        }
        TargetRange range = RangeRules.ofScript(target);
        return downgrade(start(range), range.to());
    }

    /**
     * Plans a stamp: sets the current heads without running migrations. A current head on the branch of a target is
     * replaced; other heads stay.
     *
     * @param heads the ids of the current heads; with {@code purge} they can be unknown
     * @param targets the targets, at least one
     * @param purge whether to remove all current heads first
     * @throws RevisionException if a target is invalid, or one target is an ancestor of another
     */
    public Plan stamp(Collection<String> heads, List<String> targets, boolean purge) {
        CurrentHeads database = database(heads);
        BitSet current = purge ? new BitSet() : database.set();
        TargetResolver resolver = new TargetResolver(numbers, "stamp");
        TargetLookup places = new TargetLookup(numbers, resolver);
        List<Target> read = targets.stream().map(resolver::read).toList();
        StampedHeads stamping = new StampedHeads(needs, current);
        read.forEach(target -> stamping.release(lines(resolver, target, current)));
        read.forEach(target -> stamping.add(current.isEmpty() ? places.anywhere(target) : resolver.all(target)));
        if (!purge) {
            database.refuseTwice();
        }
        BitSet after = stamping.heads();
        OverlappingHeads.refuse(numbers, "The revisions to stamp", after);
        BitSet known =
                purge ? numbers.set(heads.stream().filter(numbers::contains).toList()) : current;
        return move(new LinkedHashSet<>(heads), needs.ancestors(known), needs.ancestors(after));
    }

    /** Without applied revisions no head is replaced, so names are not resolved here. */
    private static BitSet lines(TargetResolver resolver, Target target, BitSet current) {
        return current.isEmpty() && !target.isHeadOrHeads() ? new BitSet() : resolver.linesOf(target);
    }

    /**
     * Plans a stamp without a database.
     *
     * @param targets targets or ranges {@code from:target}, all with the same start
     * @throws RevisionException if a target is invalid
     */
    public Plan offlineStamp(List<String> targets) {
        List<String> ends = new ArrayList<>();
        Set<String> starts = new LinkedHashSet<>();
        List<String> heads = List.of();
        for (String target : targets) {
            if (TargetRange.looksLike(target)) {
                TargetRange range = RangeRules.ofScript(target);
                starts.add(range.from());
                heads = start(range);
                ends.add(range.to());
            } else {
                ends.add(target);
            }
        }
        if (starts.size() > 1) {
            throw RangeRules.bad(String.join(", ", targets), "a script stamps from one place only");
        }
        return stamp(heads, ends, false);
    }

    /**
     * Resolves a target without a database: several revisions for {@code heads}, none for {@code base}.
     *
     * @throws RevisionException if the target is invalid
     */
    public List<RevisionInfo> resolve(String target) {
        return resolve(target, List.of());
    }

    /**
     * Resolves a target: several revisions for {@code heads}, none for {@code base}. {@code -2} without an anchor
     * starts from the heads of the history.
     *
     * @param target the target
     * @param heads the ids of the current heads, for {@code current}
     * @throws RevisionException if the target is invalid
     */
    public List<RevisionInfo> resolve(String target, Collection<String> heads) {
        TargetResolver resolver = new TargetResolver(numbers, "find");
        Target read = resolver.read(target);
        BitSet current = database(heads).set();
        return numbers.infos(
                TargetLookup.isCurrent(read) ? current : new TargetLookup(numbers, resolver).anywhere(read));
    }

    /**
     * Resolves a target to one revision without a database; empty for {@code base}.
     *
     * @throws RevisionException if the target is invalid or refers to several revisions
     */
    public Optional<RevisionInfo> resolveOne(String target) {
        return resolveOne(target, List.of());
    }

    /**
     * Resolves a target to one revision; empty for {@code base}.
     *
     * @param target the target
     * @param heads the ids of the current heads, for {@code current}
     * @throws RevisionException if the target is invalid or refers to several revisions
     */
    public Optional<RevisionInfo> resolveOne(String target, Collection<String> heads) {
        TargetResolver resolver = new TargetResolver(numbers, "find");
        Target read = resolver.read(target);
        int found = resolver.only(read, new TargetLookup(numbers, resolver).of(read, database(heads)));
        return found == RelativeSteps.GROUND ? Optional.empty() : Optional.of(numbers.at(found));
    }

    /**
     * Returns the revisions of a range {@code start:end}, newest first, including both ends. The default start is the
     * base, the default end is all heads. A negative relative start is relative to the end.
     *
     * @param range the range
     * @param heads the ids of the current heads, for {@code current}
     * @throws RevisionException if the range is invalid
     */
    public List<RevisionInfo> history(String range, Collection<String> heads) {
        return new RangeLookup(numbers, database(heads)).of(RangeRules.read(range));
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
