package io.retort.revision;

import io.retort.revision.RevisionException.Reason;
import io.retort.revision.lineage.Links;
import io.retort.revision.lineage.Stamping;
import io.retort.revision.lineage.Stretch;
import io.retort.revision.lineage.Walk;
import io.retort.revision.target.Target;
import io.retort.revision.target.TargetRange;
import java.util.ArrayList;
import java.util.Arrays;
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

    private final RevisionGraph graph;
    private final Links parents;
    private final Links needs;

    public Planner(RevisionGraph graph) {
        this.graph = graph;
        this.parents = graph.parents();
        this.needs = graph.needs();
    }

    /**
     * What runs to bring a database to a target. A target that is applied already gives an empty plan.
     *
     * @param heads ids of the current heads
     * @throws RevisionException when the target or the heads make no sense
     */
    public Plan upgrade(Collection<String> heads, String target) {
        refuseRange(target);
        TargetResolver resolver = new TargetResolver(graph, "upgrade to");
        BitSet targets = new Route(graph, resolver, () -> rows(heads)).up(resolver.read(target));
        refuseOverlap("The targets", targets);
        BitSet current = set(rows(heads));
        refuseContradiction(heads, current);
        BitSet applied = needs.ancestors(current);
        BitSet after = needs.ancestors(targets);
        after.or(applied);
        BitSet entering = (BitSet) after.clone();
        entering.andNot(applied);
        return new Plan(Direction.UP, steps(entering, Direction.UP), graph.idsOf(current), heads(after));
    }

    /** As {@link #upgrade}, without a database: {@code target}, which starts from the base, or {@code from:target}. */
    public Plan offlineUpgrade(String target) {
        if (!TargetRange.looksLike(target)) {
            return upgrade(List.of(), target);
        }
        TargetRange range = range(target);
        return upgrade(start(range), range.to());
    }

    /**
     * What runs to take a database back to a target; the target itself stays applied.
     *
     * @param heads ids of the current heads
     * @throws RevisionException when the target or the heads make no sense, or when the target is not applied
     */
    public Plan downgrade(Collection<String> heads, String target) {
        refuseRange(target);
        TargetResolver resolver = new TargetResolver(graph, "downgrade to");
        Route route = new Route(graph, resolver, () -> rows(heads));
        Target read = resolver.read(target);
        Route.Floor floor = route.down(read);
        BitSet leaving = needs.descendants(route.roots(read, floor));
        BitSet current = set(rows(heads));
        BitSet after = needs.ancestors(current);
        leaving.and(after);
        if (leaving.isEmpty() && !floor.isGround() && !current.get(floor.at())) {
            throw resolver.notApplied(read, current);
        }
        refuseContradiction(heads, current);
        after.andNot(leaving);
        return new Plan(Direction.DOWN, steps(leaving, Direction.DOWN), graph.idsOf(current), heads(after));
    }

    /** As {@link #downgrade}, without a database: always {@code from:target}. */
    public Plan offlineDowngrade(String target) {
        if (!TargetRange.looksLike(target)) {
            throw new RevisionException(
                    Reason.RANGE_REQUIRED,
                    "Cannot downgrade to \"" + target + "\" in a script: nothing says where the database is.",
                    "Say where it starts: `-Dtarget=<from>:" + target + "`.",
                    List.of());
        }
        TargetRange range = range(target);
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
        BitSet current = purge ? new BitSet() : set(rows(heads));
        TargetResolver resolver = new TargetResolver(graph, "stamp");
        List<Target> read = targets.stream().map(resolver::read).toList();
        Stamping stamping = new Stamping(needs, current);
        read.forEach(target -> stamping.release(lines(resolver, target, current)));
        read.forEach(target -> stamping.add(current.isEmpty() ? anywhere(resolver, target) : resolver.all(target)));
        if (!purge) {
            refuseTwice(heads, current);
        }
        BitSet after = stamping.heads();
        refuseOverlap("The revisions to stamp", after);
        BitSet known = purge ? graph.set(heads.stream().filter(graph::contains).toList()) : current;
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
                TargetRange range = range(target);
                starts.add(range.from());
                heads = start(range);
                ends.add(range.to());
            } else {
                ends.add(target);
            }
        }
        if (starts.size() > 1) {
            throw badRange(String.join(", ", targets), "a script stamps from one place only");
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
        TargetResolver resolver = new TargetResolver(graph, "find");
        Target read = resolver.read(target);
        BitSet current = set(rows(heads));
        return graph.infos(isCurrent(read) ? current : anywhere(resolver, read));
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
        TargetResolver resolver = new TargetResolver(graph, "find");
        Target read = resolver.read(target);
        int found = resolver.only(read, places(resolver, read, heads));
        return found == Walk.GROUND ? Optional.empty() : Optional.of(graph.at(found));
    }

    private BitSet anywhere(TargetResolver resolver, Target target) {
        if (!target.isFromCurrent() || target.distance() >= 0) {
            return resolver.all(target);
        }
        BitSet tips = needs.tips();
        if (target.branch() != null) {
            tips.and(parents.descendants(Links.single(resolver.branch(target, target.branch()))));
        }
        return new Route(graph, resolver, () -> new int[0]).belowEach(target, tips);
    }

    /**
     * The revisions of a range {@code start:end}, newest first, both ends included. Without a start it begins at the
     * base, without an end it goes to the heads; steps down as a start are counted from the end.
     *
     * @param heads ids of the current heads, for {@code current}
     */
    public List<RevisionInfo> history(String range, Collection<String> heads) {
        TargetRange read = range(range);
        TargetResolver resolver = new TargetResolver(graph, "list");
        Target start = resolver.read(read.from().isEmpty() ? Target.BASE : read.from());
        Target end = resolver.read(read.to().isEmpty() ? Target.HEADS : read.to());
        List<RevisionInfo> listed = new ArrayList<>(graph.ordered(listing(resolver, start, end, heads)));
        Collections.reverse(listed);
        return listed;
    }

    private BitSet listing(TargetResolver resolver, Target start, Target end, Collection<String> heads) {
        Route route = new Route(graph, resolver, () -> startOf(resolver, start, end, heads));
        BitSet last = isCurrent(end) ? set(rows(heads)) : route.upAtMost(end);
        if (start.branch() != null) {
            last.and(Stretch.branch(parents, needs, resolver.branch(start, start.branch())));
        }
        boolean counted = start.isFromCurrent() && start.distance() < 0;
        BitSet from = counted ? route.belowEach(start, last) : places(resolver, start, heads);
        return between(resolver, start, from, last);
    }

    private BitSet places(TargetResolver resolver, Target target, Collection<String> heads) {
        BitSet current = set(rows(heads));
        return isCurrent(target) ? current : resolver.all(target);
    }

    /** What an end such as {@code +2} counts from: the start, which then must be one revision. */
    private int[] startOf(TargetResolver resolver, Target start, Target end, Collection<String> heads) {
        BitSet first = places(resolver, start, heads);
        if (end.branch() == null && !isCurrent(start) && first.cardinality() > 1) {
            throw resolver.severalHeads(start, first);
        }
        return first.stream().toArray();
    }

    private BitSet between(TargetResolver resolver, Target start, BitSet from, BitSet last) {
        refuseOverlap("The ends of the range", last);
        Stretch stretch = Stretch.between(parents, needs, from, last);
        if (!stretch.outside().isEmpty()) {
            throw resolver.notBelow(start, stretch.outside(), "the end of the range does not need");
        }
        refuseOverlap("The starts of the range", from);
        if (!stretch.detour().isEmpty()) {
            throw resolver.notBelow(start, stretch.detour(), "only by a dependency does the end of the range need");
        }
        return stretch.nodes();
    }

    private static boolean isCurrent(Target target) {
        return target.branch() == null && target.is(Target.CURRENT);
    }

    /** The current heads as numbers, in the order given. */
    private int[] rows(Collection<String> heads) {
        for (String head : heads) {
            if (!graph.contains(head)) {
                throw new RevisionException(
                        Reason.UNKNOWN_REVISION,
                        "The database is at revision " + head + ", which is not in the history.",
                        "Bring its file back, or run the version of the application that has it. If the database is"
                                + " really elsewhere: `mvn migrate:stamp -Dpurge -Dtarget=...`.",
                        List.of(head));
            }
        }
        return heads.stream().mapToInt(graph::index).toArray();
    }

    private static BitSet set(int[] rows) {
        BitSet set = new BitSet();
        Arrays.stream(rows).forEach(set::set);
        return set;
    }

    /** Refuses what no walk through a history can leave behind. */
    private void refuseContradiction(Collection<String> heads, BitSet current) {
        refuseTwice(heads, current);
        refuseOverlap("The current heads", current);
    }

    private static void refuseTwice(Collection<String> heads, BitSet current) {
        if (current.cardinality() < heads.size()) {
            throw new RevisionException(
                    Reason.VERSION_TABLE_MISMATCH,
                    "A revision is applied twice: " + String.join(", ", heads) + ".",
                    "Repair the table: `mvn migrate:stamp -Dpurge -Dtarget=...`.",
                    List.copyOf(heads));
        }
    }

    private void refuseOverlap(String what, BitSet set) {
        BitSet below = (BitSet) set.clone();
        below.andNot(needs.maximal(set));
        if (!below.isEmpty()) {
            Set<String> implied = graph.idsOf(below);
            throw new RevisionException(
                    Reason.OVERLAPPING_REVISIONS,
                    what + " overlap: " + String.join(", ", implied) + " is needed by another of "
                            + String.join(", ", graph.idsOf(set)) + ".",
                    "Leave out " + String.join(", ", implied) + ".",
                    List.copyOf(graph.idsOf(set)));
        }
    }

    private static void refuseRange(String target) {
        if (TargetRange.looksLike(target)) {
            throw new RevisionException(
                    Reason.RANGE_NOT_ALLOWED,
                    "\"" + target + "\" is a range, and the database itself says where it starts.",
                    "Name the end only, or write a script: `-Dsql`.",
                    List.of());
        }
    }

    private static TargetRange range(String text) {
        return TargetRange.parse(text).orElseThrow(() -> badRange(text, "one colon is needed"));
    }

    private List<String> start(TargetRange range) {
        if (range.from().isEmpty() || range.to().isEmpty()) {
            throw badRange(range.text(), "a script needs both its ends");
        }
        return resolveOne(range.from()).map(RevisionInfo::id).map(List::of).orElse(List.of());
    }

    private static RevisionException badRange(String text, String why) {
        return new RevisionException(
                Reason.BAD_RANGE,
                "Cannot read the range \"" + text + "\": " + why + ".",
                "Write `<start>:<end>`, as in `base:head` or `ae10:current`.",
                List.of());
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
        return graph.idsOf(needs.maximal(applied));
    }

    private List<Step> steps(BitSet set, Direction direction) {
        List<Step> steps = new ArrayList<>(set.cardinality());
        graph.ordered(set).forEach(revision -> steps.add(new Step(revision, direction)));
        if (direction == Direction.DOWN) {
            Collections.reverse(steps);
        }
        return steps;
    }
}
