package io.retort.revision;

import io.retort.revision.InvalidHistoryException.HistoryDefect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The revisions of a history as they apply to one database: for each squash either the squash, or the revisions that it
 * replaces.
 *
 * <p>A squash applies if the database has its row, none of the revisions that it replaces, or all of them. Otherwise the
 * replaced revisions apply, so that an upgrade applies the rest of them. References to revisions that do not apply then
 * refer to what applies instead.
 */
public final class SquashResolution {

    private final Map<String, RevisionInfo> declared = new LinkedHashMap<>();
    private final Set<String> rows;
    private final Set<String> applied;
    private final Map<String, RevisionInfo> squashes = new LinkedHashMap<>();
    private final Map<String, List<ReplacedRevision>> replaced = new HashMap<>();

    /** What a reference to a revision that does not apply means. */
    private final Map<String, List<String>> meanings = new HashMap<>();

    private final List<RevisionInfo> applying = new ArrayList<>();
    private final List<RevisionInfo> incomplete = new ArrayList<>();
    private final List<RevisionInfo> revisions;

    private SquashResolution(List<RevisionInfo> declared, Set<String> rows, Set<String> applied) {
        this.rows = rows;
        this.applied = applied;
        declared.forEach(revision -> this.declared.putIfAbsent(revision.id(), revision));
        this.declared.values().stream()
                .filter(RevisionInfo::isSquash)
                .forEach(squash -> squashes.put(squash.id(), squash));
        squashes.values()
                .forEach(squash -> replaced.put(squash.id(), complete(squash.replaces(), Set.of(squash.id()))));
        Map<String, Set<String>> closures = new HashMap<>();
        squashes.values().forEach(squash -> closures.put(squash.id(), idsOf(squash)));
        refuseDefects(SquashRules.ofOverlaps(squashes.values(), closures));
        outermost().forEach(this::resolve);
        refuseDefects(squashes.values().stream()
                .filter(this::hasAllFiles)
                .flatMap(squash -> rules(squash).defects().stream())
                .toList());
        this.revisions = declared.stream()
                .filter(revision -> !meanings.containsKey(revision.id()))
                .map(this::rewritten)
                .toList();
    }

    /**
     * Resolves the squashes of a history.
     *
     * @param declared all revisions that the application has
     * @param rows the ids of the revisions that have a row in the history table
     * @param applied those of them that are completely applied
     * @throws InvalidHistoryException if a squash is not valid
     */
    public static SquashResolution of(List<RevisionInfo> declared, Set<String> rows, Set<String> applied) {
        return new SquashResolution(declared, rows, applied);
    }

    /**
     * Returns the revisions that apply to an empty database.
     *
     * @throws InvalidHistoryException if a squash is not valid
     */
    public static List<RevisionInfo> onEmptyDatabase(List<RevisionInfo> declared) {
        return isNeeded(declared) ? of(declared, Set.of(), Set.of()).revisions() : declared;
    }

    /** Returns whether a history has a squash. */
    public static boolean isNeeded(List<RevisionInfo> declared) {
        for (RevisionInfo revision : declared) {
            if (revision.isSquash()) {
                return true;
            }
        }
        return false;
    }

    /** Returns the revisions that apply, in the order in which they were declared. */
    public List<RevisionInfo> revisions() {
        return revisions;
    }

    /** Returns the squashes that apply. */
    public List<RevisionInfo> squashes() {
        return List.copyOf(applying);
    }

    /**
     * Returns the squashes that do not apply, although the application lacks some of the revisions that they replace.
     * The database has some of these revisions, and the application can bring it no further.
     */
    public List<RevisionInfo> incomplete() {
        return List.copyOf(incomplete);
    }

    /** Returns the ids of all revisions that a squash replaces, including those that a replaced squash replaces. */
    public Set<String> idsOf(RevisionInfo squash) {
        Set<String> ids = new LinkedHashSet<>();
        replaced.getOrDefault(squash.id(), squash.replaces()).forEach(one -> ids.addAll(one.ids()));
        return ids;
    }

    private static void refuseDefects(List<HistoryDefect> defects) {
        if (!defects.isEmpty()) {
            throw new InvalidHistoryException(defects);
        }
    }

    /** Adds what a replaced squash replaces, which its own file says. */
    private List<ReplacedRevision> complete(List<ReplacedRevision> entries, Set<String> within) {
        List<ReplacedRevision> complete = new ArrayList<>();
        for (ReplacedRevision entry : entries) {
            RevisionInfo squash = squashes.get(entry.id());
            List<ReplacedRevision> inner = entry.replaces().isEmpty() && squash != null && !within.contains(entry.id())
                    ? squash.replaces()
                    : entry.replaces();
            Set<String> deeper = new HashSet<>(within);
            deeper.add(entry.id());
            complete.add(new ReplacedRevision(entry.id(), complete(inner, deeper)));
        }
        return complete;
    }

    private List<RevisionInfo> outermost() {
        Set<String> inner = new HashSet<>();
        squashes.values().forEach(squash -> inner.addAll(idsOf(squash)));
        return squashes.values().stream()
                .filter(squash -> !inner.contains(squash.id()))
                .toList();
    }

    private void resolve(RevisionInfo squash) {
        if (applies(squash)) {
            applying.add(squash);
            idsOf(squash).forEach(id -> meanings.put(id, List.of(squash.id())));
        } else if (hasAllFiles(squash)) {
            SquashRules rules = rules(squash);
            meanings.put(squash.id(), rules.tips());
            rules.members().values().stream()
                    .distinct()
                    .filter(squashes::containsKey)
                    .map(squashes::get)
                    .forEach(this::resolve);
        } else {
            incomplete.add(squash);
        }
    }

    private boolean applies(RevisionInfo squash) {
        return rows.contains(squash.id()) || idsOf(squash).stream().noneMatch(rows::contains) || isApplied(squash);
    }

    private boolean isApplied(RevisionInfo squash) {
        return replacedBy(squash).stream().allMatch(one -> one.isIn(applied));
    }

    private List<ReplacedRevision> replacedBy(RevisionInfo squash) {
        return replaced.getOrDefault(squash.id(), squash.replaces());
    }

    private boolean hasAllFiles(RevisionInfo squash) {
        return replacedBy(squash).stream().allMatch(one -> one.isIn(declared.keySet()));
    }

    private SquashRules rules(RevisionInfo squash) {
        Map<String, String> members = new LinkedHashMap<>();
        addMembers(replacedBy(squash), members);
        return new SquashRules(declared, squash, members, this::meaning);
    }

    /** What applies instead of a replaced squash without a file is what it replaces. */
    private void addMembers(Collection<ReplacedRevision> entries, Map<String, String> members) {
        for (ReplacedRevision entry : entries) {
            if (declared.containsKey(entry.id())) {
                entry.ids().forEach(id -> members.put(id, entry.id()));
            } else {
                addMembers(entry.replaces(), members);
            }
        }
    }

    private RevisionInfo rewritten(RevisionInfo revision) {
        List<String> parents = meaning(revision.parents());
        List<String> dependsOn = meaning(revision.dependsOn());
        Set<String> labels = new LinkedHashSet<>(revision.labels());
        if (applying.contains(revision)) {
            idsOf(revision).stream()
                    .map(declared::get)
                    .filter(Objects::nonNull)
                    .forEach(replaced -> labels.addAll(replaced.labels()));
        }
        return parents.equals(revision.parents())
                        && dependsOn.equals(revision.dependsOn())
                        && labels.size() == revision.labels().size()
                ? revision
                : revision.at(parents, dependsOn, List.copyOf(labels));
    }

    private List<String> meaning(List<String> references) {
        Set<String> meant = new LinkedHashSet<>();
        references.forEach(reference -> addMeaning(reference, meant));
        return List.copyOf(meant);
    }

    private void addMeaning(String reference, Set<String> meant) {
        List<String> meaning = meanings.get(reference);
        if (meaning == null) {
            meant.add(reference);
        } else {
            meaning.forEach(other -> addMeaning(other, meant));
        }
    }
}
