package io.retort.revision;

import io.retort.revision.Defect.Kind;
import io.retort.revision.RevisionException.Reason;
import io.retort.revision.lineage.Links;
import io.retort.revision.lineage.Nearest;
import io.retort.revision.target.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sound history: several bases, branches, merges, labels, dependencies. Immutable.
 *
 * <p>Two relations run through it. <em>Parents</em> make the lines that people see: a head is a revision without
 * children. <em>Needs</em> are parents and dependencies together: they decide what must run first and what the current
 * heads of a database are.
 */
public final class RevisionGraph {

    private final List<RevisionInfo> revisions;
    private final Map<String, Integer> ids;
    private final Map<String, Integer> labels;
    private final Abbreviations names;
    private final Links parents;
    private final Links needs;
    private final int[] order;

    private RevisionGraph(List<RevisionInfo> revisions, HistoryCheck check) {
        this.revisions = revisions;
        this.ids = check.ids();
        this.labels = Collections.unmodifiableMap(check.labels());
        this.names = new Abbreviations(ids, labels);
        this.parents = new Links(check.parents());
        this.needs = check.needs() == check.parents() ? parents : new Links(check.needs());
        this.order = needs.order();
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
        return new RevisionGraph(copy, check);
    }

    /** All revisions, each after everything it needs; neighbours on a line stay together. */
    public List<RevisionInfo> all() {
        return Arrays.stream(order).mapToObj(revisions::get).toList();
    }

    public int size() {
        return revisions.size();
    }

    public boolean contains(String id) {
        return ids.containsKey(id);
    }

    /**
     * The revision with exactly this id.
     *
     * @throws RevisionException when there is none, naming the nearest ones
     */
    public RevisionInfo get(String id) {
        return revisions.get(index(id));
    }

    /** The revision with this id or label, or the only one whose id or label begins with it. */
    public Optional<RevisionInfo> find(String name) {
        Integer exact = names.index(name);
        if (exact != null) {
            return Optional.of(revisions.get(exact));
        }
        List<String> longer = namesFrom(name);
        return longer.size() == 1 ? Optional.of(revisions.get(indexOfName(longer.get(0)))) : Optional.empty();
    }

    /** Each branch label with the id of the revision that declares it, in the order of the revisions. */
    public Map<String, String> labels() {
        Map<String, String> owners = new LinkedHashMap<>();
        labels.forEach((label, index) -> owners.put(label, revisions.get(index).id()));
        return owners;
    }

    /** The revisions without children. */
    public List<RevisionInfo> heads() {
        return infos(parents.tips());
    }

    /** The heads that no other revision depends on: what the current heads are when everything is applied. */
    public List<RevisionInfo> heads(boolean resolveDependencies) {
        return resolveDependencies ? infos(needs.tips()) : heads();
    }

    /** The revisions without parents. */
    public List<RevisionInfo> bases() {
        return infos(parents.roots());
    }

    /** The revisions that name this one as a parent. */
    public List<RevisionInfo> children(String id) {
        return infos(parents.up(index(id)));
    }

    /** The revisions that depend on this one without being its children. */
    public List<RevisionInfo> dependents(String id) {
        BitSet dependents = new BitSet();
        IntStream.of(needs.up(index(id))).forEach(dependents::set);
        IntStream.of(parents.up(index(id))).forEach(dependents::clear);
        return infos(dependents);
    }

    /** The revisions that this one depends on without being their child, labels resolved. */
    public List<RevisionInfo> dependencies(String id) {
        int index = index(id);
        int parentCount = parents.down(index).length;
        return Arrays.stream(needs.down(index))
                .skip(parentCount)
                .mapToObj(revisions::get)
                .toList();
    }

    /** These revisions and everything below them by parents, or by needs. Ordered as {@link #all()}. */
    public List<RevisionInfo> ancestors(Collection<String> ids, boolean withDependencies) {
        return ordered((withDependencies ? needs : parents).ancestors(set(ids)));
    }

    /** These revisions and everything above them by parents, or by needs. Ordered as {@link #all()}. */
    public List<RevisionInfo> descendants(Collection<String> ids, boolean withDependencies) {
        return ordered((withDependencies ? needs : parents).descendants(set(ids)));
    }

    /**
     * The current heads of a database: those of the applied revisions that no other applied one needs.
     *
     * @param applied ids of all revisions that are applied
     * @throws RevisionException when one of them is not in this history
     */
    public Set<String> heads(Collection<String> applied) {
        return idsOf(needs.maximal(set(applied)));
    }

    /** What is odd about this history though it can be used: merges of a revision with its own ancestor and the like. */
    public List<Defect> warnings() {
        List<Defect> found = new ArrayList<>();
        for (int index : order) {
            RevisionInfo revision = revisions.get(index);
            if (isPlain(revision)) {
                continue;
            }
            Stream.concat(revision.labels().stream(), Stream.of(revision.id()))
                    .filter(name -> !Target.canName(name))
                    .map(name -> "the name \"" + name + "\" means something else as a target")
                    .forEach(message -> found.add(Defect.of(Kind.UNREACHABLE_NAME, message, List.of(revision))));
            infos(parents.redundant(index)).stream()
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

    int index(String id) {
        Integer index = ids.get(id);
        if (index != null) {
            return index;
        }
        List<String> near = Nearest.to(id, ids.keySet());
        String hint = near.isEmpty()
                ? "Run `mvn migrate:history` to see which revisions there are."
                : "Did you mean " + String.join(" or ", near) + "?";
        throw new RevisionException(
                Reason.UNKNOWN_REVISION, "There is no revision " + id + " in the history.", hint, near);
    }

    @Nullable
    Integer indexOfName(String name) {
        return names.index(name);
    }

    /** Ids and labels that this text abbreviates. Those of three letters and less are not abbreviated. */
    List<String> namesFrom(String text) {
        return names.from(text);
    }

    /** Whether anything is called so or begins with it, be it too short to be abbreviated. */
    boolean hasNameFrom(String text) {
        return names.anyFrom(text);
    }

    Set<String> names() {
        return names.all();
    }

    Links parents() {
        return parents;
    }

    Links needs() {
        return needs;
    }

    RevisionInfo at(int index) {
        return revisions.get(index);
    }

    BitSet set(Collection<String> ids) {
        BitSet set = new BitSet(revisions.size());
        ids.forEach(id -> set.set(index(id)));
        return set;
    }

    List<RevisionInfo> infos(BitSet set) {
        return set.stream().mapToObj(revisions::get).toList();
    }

    List<RevisionInfo> infos(int[] indexes) {
        return Arrays.stream(indexes).mapToObj(revisions::get).toList();
    }

    Set<String> idsOf(BitSet set) {
        Set<String> found = new LinkedHashSet<>();
        set.stream().forEach(index -> found.add(revisions.get(index).id()));
        return found;
    }

    /** The revisions of a set, each after everything it needs. */
    List<RevisionInfo> ordered(BitSet set) {
        return IntStream.of(order).filter(set::get).mapToObj(revisions::get).toList();
    }
}
