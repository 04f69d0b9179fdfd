package io.retort.revision;

import io.retort.revision.Defect.Kind;
import io.retort.revision.lineage.Links;
import io.retort.revision.target.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A sound history: several bases, branches, merges, labels, dependencies. Immutable.
 *
 * <p>Two relations run through it. <em>Parents</em> make the lines that people see: a head is a revision without
 * children. <em>Needs</em> are parents and dependencies together: they decide what must run first and what the current
 * heads of a database are.
 */
public final class RevisionGraph {

    private final RevisionNumbers numbers;

    private RevisionGraph(RevisionNumbers numbers) {
        this.numbers = numbers;
    }

    /**
     * Builds the history of these revisions.
     *
     * @param revisions in the order in which they were found; it decides between orders that are equally right
     * @throws InvalidHistoryException with every defect, if there is any
     */
    public static RevisionGraph of(List<RevisionInfo> revisions) {
        List<RevisionInfo> copy = List.copyOf(revisions);
        HistoryCheck check = new HistoryCheck(copy);
        if (!check.defects().isEmpty()) {
            throw new InvalidHistoryException(check.defects());
        }
        return new RevisionGraph(new RevisionNumbers(copy, check));
    }

    /** The same history, with a number for each revision. */
    public RevisionNumbers numbers() {
        return numbers;
    }

    /** All revisions, each after everything it needs; neighbours on a line stay together. */
    public List<RevisionInfo> all() {
        return numbers.infos(numbers.order());
    }

    public int size() {
        return numbers.size();
    }

    public boolean contains(String id) {
        return numbers.contains(id);
    }

    /**
     * The revision with exactly this id.
     *
     * @throws RevisionException when there is none, naming the nearest ones
     */
    public RevisionInfo get(String id) {
        return numbers.at(numbers.index(id));
    }

    /** The revision with this id or label, or the only one whose id or label begins with it. */
    public Optional<RevisionInfo> find(String name) {
        return Optional.ofNullable(numbers.find(name)).map(numbers::at);
    }

    /** Each branch label with the id of the revision that declares it, in the order of the revisions. */
    public Map<String, String> labels() {
        Map<String, String> owners = new LinkedHashMap<>();
        numbers.labels()
                .forEach((label, index) -> owners.put(label, numbers.at(index).id()));
        return owners;
    }

    /** The revisions without children. */
    public List<RevisionInfo> heads() {
        return numbers.infos(numbers.parents().tips());
    }

    /** The heads that no other revision depends on: what the current heads are when everything is applied. */
    public List<RevisionInfo> heads(boolean resolveDependencies) {
        return resolveDependencies ? numbers.infos(numbers.needs().tips()) : heads();
    }

    /** The revisions without parents. */
    public List<RevisionInfo> bases() {
        return numbers.infos(numbers.parents().roots());
    }

    /** The revisions that name this one as a parent. */
    public List<RevisionInfo> children(String id) {
        return numbers.infos(numbers.parents().up(numbers.index(id)));
    }

    /** The revisions that depend on this one without being its children. */
    public List<RevisionInfo> dependents(String id) {
        BitSet dependents = new BitSet();
        IntStream.of(numbers.needs().up(numbers.index(id))).forEach(dependents::set);
        IntStream.of(numbers.parents().up(numbers.index(id))).forEach(dependents::clear);
        return numbers.infos(dependents);
    }

    /** The revisions that this one depends on without being their child, labels resolved. */
    public List<RevisionInfo> dependencies(String id) {
        int index = numbers.index(id);
        int parentCount = numbers.parents().down(index).length;
        int[] needed = numbers.needs().down(index);
        return numbers.infos(Arrays.copyOfRange(needed, parentCount, needed.length));
    }

    /** These revisions and everything below them by parents, or by needs. Ordered as {@link #all()}. */
    public List<RevisionInfo> ancestors(Collection<String> ids, boolean withDependencies) {
        return numbers.ordered(links(withDependencies).ancestors(numbers.set(ids)));
    }

    /** These revisions and everything above them by parents, or by needs. Ordered as {@link #all()}. */
    public List<RevisionInfo> descendants(Collection<String> ids, boolean withDependencies) {
        return numbers.ordered(links(withDependencies).descendants(numbers.set(ids)));
    }

    private Links links(boolean withDependencies) {
        return withDependencies ? numbers.needs() : numbers.parents();
    }

    /**
     * The current heads of a database: those of the applied revisions that no other applied one needs.
     *
     * @param applied ids of all revisions that are applied
     * @throws RevisionException when one of them is not in this history
     */
    public Set<String> heads(Collection<String> applied) {
        return numbers.idsOf(numbers.needs().maximal(numbers.set(applied)));
    }

    /** What is odd about this history though it can be used: merges of a revision with its own ancestor and the like. */
    public List<Defect> warnings() {
        List<Defect> found = new ArrayList<>();
        for (int index : numbers.order()) {
            RevisionInfo revision = numbers.at(index);
            if (isPlain(revision)) {
                continue;
            }
            Stream.concat(revision.labels().stream(), Stream.of(revision.id()))
                    .filter(name -> !Target.canName(name))
                    .map(name -> "the name \"" + name + "\" means something else as a target")
                    .forEach(message -> found.add(Defect.of(Kind.UNREACHABLE_NAME, message, List.of(revision))));
            numbers.infos(numbers.parents().redundant(index)).stream()
                    .map(parent -> "the merge " + revision.id() + " names the parent " + parent.id()
                            + ", which another of its parents already follows")
                    .forEach(message -> found.add(Defect.of(Kind.REDUNDANT_PARENT, message, List.of(revision))));
        }
        return found;
    }

    /** Nothing can be odd about most revisions, and every start looks at all of them. */
    private static boolean isPlain(RevisionInfo revision) {
        return revision.labels().isEmpty() && !revision.isMerge() && Target.canName(revision.id());
    }
}
