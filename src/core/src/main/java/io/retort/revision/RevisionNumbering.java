package io.retort.revision;

import io.retort.error.Advice;
import io.retort.internal.text.NameSuggestions;
import io.retort.revision.RevisionException.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A history whose revisions are numbered, for algorithms on bit sets and {@link Dag}. It also looks up ids, branch
 * labels and abbreviations. Numbers start at 0 in the order in which the revisions were found. Immutable.
 */
final class RevisionNumbering {

    /** Names up to this length are not abbreviations. */
    private static final int SHORT = 3;

    private final List<RevisionInfo> revisions;
    private final Map<String, Integer> ids;
    private final Map<String, Integer> labels;
    private final AbbreviationIndex names;
    private final Dag parents;
    private final Dag needs;
    private final int[] order;

    RevisionNumbering(List<RevisionInfo> revisions, HistoryValidator check) {
        this.revisions = revisions;
        this.ids = check.ids();
        this.labels = Collections.unmodifiableMap(check.labels());
        this.names = new AbbreviationIndex(ids, labels);
        this.parents = new Dag(check.parents());
        this.needs = check.needs() == check.parents() ? parents : new Dag(check.needs());
        this.order = needs.order();
    }

    /** Returns the links from each revision to its parents. */
    public Dag parents() {
        return parents;
    }

    /** Returns the links from each revision to its parents and dependencies. */
    public Dag needs() {
        return needs;
    }

    int[] order() {
        return order;
    }

    int size() {
        return revisions.size();
    }

    /** Returns whether a revision has exactly this id. */
    public boolean contains(String id) {
        return ids.containsKey(id);
    }

    Map<String, Integer> labels() {
        return labels;
    }

    /**
     * Returns the number of the revision with exactly this id.
     *
     * @throws RevisionException if no revision has this id; the message names similar ids
     */
    public int index(String id) {
        Integer index = ids.get(id);
        if (index != null) {
            return index;
        }
        List<String> near = NameSuggestions.to(id, ids.keySet());
        Advice hint = near.isEmpty()
                ? Advice.of("Run `", Advice.command("history"), "` to see which revisions there are.")
                : Advice.of("Did you mean ", String.join(" or ", near), "?");
        throw new RevisionException(
                Reason.UNKNOWN_REVISION, "There is no revision " + id + " in the history.", hint, near);
    }

    /** Returns the number of the revision with exactly this id or label; null if it does not exist. */
    public @Nullable Integer indexOfName(String name) {
        return names.index(name);
    }

    /**
     * Returns the number of the revision with this id or label, or of the only one that it abbreviates; null if it does not exist. */
    public @Nullable Integer find(String name) {
        Integer exact = names.index(name);
        return exact == null ? only(names.from(name)) : exact;
    }

    /**
     * Returns the number of the revision with the only name in a list; null if the list is empty or has several names.
     */
    public @Nullable Integer only(List<String> names) {
        return names.size() == 1 ? indexOfName(names.get(0)) : null;
    }

    /** Returns the ids and labels that start with a text. Names of up to three characters cannot be abbreviated. */
    public List<String> namesFrom(String text) {
        return names.from(text);
    }

    /** Returns whether any id or label starts with a text, including names too short to be abbreviated. */
    public boolean hasNameFrom(String text) {
        return names.anyFrom(text);
    }

    /** Returns the number of the squash that replaces a revision with this id, or with one that starts with it. */
    OptionalInt squashOf(String name) {
        return IntStream.range(0, revisions.size())
                .filter(index -> revisions.get(index).replacedIds().stream()
                        .anyMatch(id -> id.equals(name) || name.length() > SHORT && id.startsWith(name)))
                .findFirst();
    }

    /** Returns all ids and labels. */
    public Set<String> names() {
        return names.all();
    }

    /** Returns the revision with this number. */
    public RevisionInfo at(int index) {
        return revisions.get(index);
    }

    /**
     * Returns the numbers of revisions.
     *
     * @throws RevisionException if an id is not in this history
     */
    public BitSet set(Collection<String> ids) {
        BitSet set = new BitSet(revisions.size());
        for (String id : ids) {
            set.set(index(id));
        }
        return set;
    }

    /** Returns the revisions of a set, in the order in which they were found. */
    public List<RevisionInfo> infos(BitSet set) {
        return set.stream().mapToObj(revisions::get).toList();
    }

    List<RevisionInfo> infos(int[] indexes) {
        return Arrays.stream(indexes).mapToObj(revisions::get).toList();
    }

    /** Returns the ids of a set, in the order in which the revisions were found. */
    public Set<String> idsOf(BitSet set) {
        Set<String> found = new LinkedHashSet<>();
        for (int index = set.nextSetBit(0); index >= 0; index = set.nextSetBit(index + 1)) {
            found.add(revisions.get(index).id());
        }
        return found;
    }

    /** Returns the revisions of a set in topological order. */
    public List<RevisionInfo> ordered(BitSet set) {
        List<RevisionInfo> ordered = new ArrayList<>(set.cardinality());
        for (int index : order) {
            if (set.get(index)) {
                ordered.add(revisions.get(index));
            }
        }
        return ordered;
    }
}
