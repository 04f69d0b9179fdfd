package io.retort.revision;

import io.retort.revision.InvalidHistoryException.HistoryDefect;
import io.retort.revision.InvalidHistoryException.HistoryDefect.Kind;
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
 * A valid history of revisions, with bases, branches, merges, branch labels and dependencies. Immutable.
 *
 * <p>It has two relations. <em>Parents</em> are the visible structure: a head is a revision without children.
 * <em>Needs</em> are parents and dependencies together; they determine the order of a plan and the current heads of a
 * database.
 */
public final class RevisionGraph {

    private final RevisionNumbering numbers;

    private RevisionGraph(RevisionNumbering numbers) {
        this.numbers = numbers;
    }

    /**
     * Builds the graph of these revisions. A squash stands in the place of the revisions that it replaces.
     *
     * @param revisions in the order in which they were found, which decides between equally valid orders
     * @throws InvalidHistoryException if the history has defects; contains all of them
     */
    public static RevisionGraph of(List<RevisionInfo> revisions) {
        List<RevisionInfo> copy = List.copyOf(SquashResolution.onEmptyDatabase(revisions));
        HistoryValidator check = new HistoryValidator(copy);
        if (!check.defects().isEmpty()) {
            throw new InvalidHistoryException(check.defects());
        }
        return new RevisionGraph(new RevisionNumbering(copy, check));
    }

    /** Returns the same history with a number for each revision. */
    public RevisionNumbering numbers() {
        return numbers;
    }

    /** Returns all revisions in topological order; revisions of one branch stay together. */
    public List<RevisionInfo> all() {
        return numbers.infos(numbers.order());
    }

    /** Returns the number of revisions. */
    public int size() {
        return numbers.size();
    }

    /** Returns whether a revision has exactly this id. */
    public boolean contains(String id) {
        return numbers.contains(id);
    }

    /**
     * Returns the revision with exactly this id.
     *
     * @throws RevisionException if no revision has this id; the message names similar ids
     */
    public RevisionInfo get(String id) {
        return numbers.at(numbers.index(id));
    }

    /** Finds the revision with this id or branch label, or the only one whose id or label starts with it. */
    public Optional<RevisionInfo> find(String name) {
        return Optional.ofNullable(numbers.find(name)).map(numbers::at);
    }

    /** Returns each branch label with the id of the revision that declares it, in the order of the revisions. */
    public Map<String, String> labels() {
        Map<String, String> owners = new LinkedHashMap<>();
        numbers.labels()
                .forEach((label, index) -> owners.put(label, numbers.at(index).id()));
        return owners;
    }

    /** Returns the revisions without children. */
    public List<RevisionInfo> heads() {
        return numbers.infos(numbers.parents().tips());
    }

    /**
     * Returns the heads.
     *
     * @param resolveDependencies true to leave out heads that another revision depends on, as in the current heads of a
     *     database with all revisions
     */
    public List<RevisionInfo> heads(boolean resolveDependencies) {
        return resolveDependencies ? numbers.infos(numbers.needs().tips()) : heads();
    }

    /** Returns the revisions without parents. */
    public List<RevisionInfo> bases() {
        return numbers.infos(numbers.parents().roots());
    }

    /**
     * Returns the revisions that have this one as a parent.
     *
     * @throws RevisionException if there is no such revision
     */
    public List<RevisionInfo> children(String id) {
        return numbers.infos(numbers.parents().up(numbers.index(id)));
    }

    /**
     * Returns the revisions that depend on this one without being its children.
     *
     * @throws RevisionException if there is no such revision
     */
    public List<RevisionInfo> dependents(String id) {
        BitSet dependents = new BitSet();
        IntStream.of(numbers.needs().up(numbers.index(id))).forEach(dependents::set);
        IntStream.of(numbers.parents().up(numbers.index(id))).forEach(dependents::clear);
        return numbers.infos(dependents);
    }

    /**
     * Returns the dependencies of this revision, without its parents; labels are resolved.
     *
     * @throws RevisionException if there is no such revision
     */
    public List<RevisionInfo> dependencies(String id) {
        int index = numbers.index(id);
        int parentCount = numbers.parents().down(index).length;
        int[] needed = numbers.needs().down(index);
        return numbers.infos(Arrays.copyOfRange(needed, parentCount, needed.length));
    }

    /**
     * Returns these revisions and all of their ancestors, in the order of {@link #all()}.
     *
     * @param ids the ids
     * @param withDependencies whether to follow dependencies, too
     * @throws RevisionException if there is no such revision
     */
    public List<RevisionInfo> ancestors(Collection<String> ids, boolean withDependencies) {
        return numbers.ordered(links(withDependencies).ancestors(numbers.set(ids)));
    }

    /**
     * Returns these revisions and all of their descendants, in the order of {@link #all()}.
     *
     * @param ids the ids
     * @param withDependencies whether to follow dependencies, too
     * @throws RevisionException if there is no such revision
     */
    public List<RevisionInfo> descendants(Collection<String> ids, boolean withDependencies) {
        return numbers.ordered(links(withDependencies).descendants(numbers.set(ids)));
    }

    private Dag links(boolean withDependencies) {
        return withDependencies ? numbers.needs() : numbers.parents();
    }

    /**
     * Returns the current heads of a database: the applied revisions that no other applied revision needs.
     *
     * @param applied the ids of all applied revisions
     * @throws RevisionException if one of them is not in this history
     */
    public Set<String> heads(Collection<String> applied) {
        return numbers.idsOf(numbers.needs().maximal(numbers.set(applied)));
    }

    /** Returns the warnings about this history: redundant parents and names that no target can reach. */
    public List<HistoryDefect> warnings() {
        List<HistoryDefect> found = new ArrayList<>();
        for (int index : numbers.order()) {
            RevisionInfo revision = numbers.at(index);
            if (isPlain(revision)) {
                continue;
            }
            Stream.concat(revision.labels().stream(), Stream.of(revision.id()))
                    .filter(name -> !Target.canName(name))
                    .map(name -> "the name \"" + name + "\" has another meaning as a target")
                    .forEach(message -> found.add(HistoryDefect.of(Kind.UNREACHABLE_NAME, message, List.of(revision))));
            numbers.infos(numbers.parents().redundant(index)).stream()
                    .map(parent -> "the merge " + revision.id() + " names the parent " + parent.id()
                            + ", which another of its parents already follows")
                    .forEach(message -> found.add(HistoryDefect.of(Kind.REDUNDANT_PARENT, message, List.of(revision))));
        }
        return found;
    }

    /** A fast check that clears most revisions, because every application start checks all of them. */
    private static boolean isPlain(RevisionInfo revision) {
        return revision.labels().isEmpty() && !revision.isMerge() && Target.canName(revision.id());
    }
}
