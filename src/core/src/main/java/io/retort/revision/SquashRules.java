package io.retort.revision;

import io.retort.revision.InvalidHistoryException.HistoryDefect;
import io.retort.revision.InvalidHistoryException.HistoryDefect.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the revisions that a squash replaces must be: a part of the history with one entry and one exit. Every other
 * revision then comes either before all of them or after all of them.
 */
final class SquashRules {

    private final Map<String, RevisionInfo> declared;
    private final RevisionInfo squash;
    private final Map<String, String> members;
    private final UnaryOperator<List<String>> meaning;

    /**
     * Creates the rules of one squash.
     *
     * @param declared all revisions by id
     * @param squash the squash
     * @param members by the id of each replaced revision, the one that applies if the squash does not: itself, or the
     *     replaced squash that replaces it
     * @param meaning resolves references to revisions that do not apply
     */
    SquashRules(
            Map<String, RevisionInfo> declared,
            RevisionInfo squash,
            Map<String, String> members,
            UnaryOperator<List<String>> meaning) {
        this.declared = declared;
        this.squash = squash;
        this.members = members;
        this.meaning = meaning;
    }

    Map<String, String> members() {
        return members;
    }

    /** Returns the defects of squashes that replace themselves, or replace a revision that another one replaces. */
    static List<HistoryDefect> ofOverlaps(Collection<RevisionInfo> squashes, Map<String, Set<String>> closures) {
        List<HistoryDefect> defects = new ArrayList<>();
        for (RevisionInfo squash : squashes) {
            Set<String> closure = closures.getOrDefault(squash.id(), Set.of());
            if (closure.contains(squash.id())) {
                defects.add(defect("the squash " + squash.id() + " replaces itself", squash));
            }
            squashes.stream()
                    .filter(other -> squash.id().compareTo(other.id()) < 0)
                    .forEach(other -> shared(closure, other, closures.getOrDefault(other.id(), Set.of()), squash)
                            .ifPresent(id -> defects.add(defect(
                                    "revision " + id + " is replaced by two squashes, " + squash.id() + " and "
                                            + other.id(),
                                    squash,
                                    other))));
        }
        return defects;
    }

    private static Optional<String> shared(
            Set<String> closure, RevisionInfo other, Set<String> otherClosure, RevisionInfo squash) {
        return closure.contains(other.id()) || otherClosure.contains(squash.id())
                ? Optional.empty()
                : closure.stream().filter(otherClosure::contains).findFirst();
    }

    private static HistoryDefect defect(String message, RevisionInfo... revisions) {
        return HistoryDefect.of(Kind.INVALID_SQUASH, message, List.of(revisions));
    }

    List<HistoryDefect> defects() {
        List<String> problems = problems();
        return problems.isEmpty()
                ? exits()
                : problems.stream()
                        .map(problem -> defect("the squash " + squash.id() + " " + problem, squash))
                        .toList();
    }

    /** Returns what is wrong, as it follows the name of the squash. */
    private List<String> problems() {
        List<String> problems = new ArrayList<>();
        Set<String> before = new LinkedHashSet<>(meaning.apply(squash.parents()));
        before.addAll(meaning.apply(squash.dependsOn()));
        for (RevisionInfo replaced : replaced()) {
            if (replaced.adopts() != null) {
                problems.add("replaces " + replaced.describe() + ", which adopts an existing database");
            }
            if (replaced.isBase() && !squash.isBase()) {
                problems.add("has a parent, but replaces the base " + replaced.describe());
            }
            needs(replaced)
                    .filter(needed -> member(needed).isEmpty() && !before.containsAll(meaning.apply(List.of(needed))))
                    .forEach(needed -> problems.add("replaces " + replaced.describe() + ", which needs " + needed
                            + ", but " + needed + " is neither its parent nor its dependency"));
        }
        return problems;
    }

    /** All other revisions must follow the last of the replaced ones. Those that do not are to be changed. */
    private List<HistoryDefect> exits() {
        List<String> tips = tips();
        Set<RevisionInfo> wrong = new LinkedHashSet<>();
        Map<String, Set<String>> middle = new LinkedHashMap<>();
        declared.values().stream()
                .filter(this::isOutside)
                .forEach(other -> needs(other)
                        .flatMap(name -> member(name).stream())
                        .filter(member -> tips.size() > 1 || !tips.contains(member))
                        .forEach(member -> {
                            wrong.add(other);
                            middle.computeIfAbsent(member, key -> new LinkedHashSet<>())
                                    .add(other.describe());
                        }));
        if (middle.isEmpty()) {
            return List.of();
        }
        String message = "the squash " + squash.id() + " replaces revisions in the middle of which others begin: "
                + middle.entrySet().stream()
                        .map(exit -> String.join(" and ", exit.getValue())
                                + (exit.getValue().size() == 1 ? " follows " : " follow ")
                                + exit.getKey())
                        .collect(Collectors.joining(", "))
                + "; they must follow its last revision"
                + (tips.size() == 1 ? ", " + tips.get(0) : ", but it has several: " + String.join(", ", tips));
        return List.of(HistoryDefect.of(Kind.BRANCH_WITHIN_SQUASH, message, List.copyOf(wrong)));
    }

    /** A squash that replaces this one refers to what comes before it. */
    private boolean isOutside(RevisionInfo other) {
        return !members.containsKey(other.id())
                && !other.id().equals(squash.id())
                && other.replaces().stream().noneMatch(one -> one.ids().contains(squash.id()));
    }

    /** Returns the revisions that apply if the squash does not, and that none of the others needs. */
    List<String> tips() {
        Set<String> tips = new LinkedHashSet<>(members.values());
        for (RevisionInfo replaced : replaced()) {
            String own = members.get(replaced.id());
            needs(replaced)
                    .flatMap(name -> member(name).stream())
                    .filter(member -> !member.equals(own))
                    .forEach(tips::remove);
        }
        return List.copyOf(tips);
    }

    private static Stream<String> needs(RevisionInfo revision) {
        return Stream.concat(revision.parents().stream(), revision.dependsOn().stream());
    }

    /** The replaced revision with an id or label. */
    private Optional<String> member(String name) {
        if (members.containsKey(name)) {
            return Optional.ofNullable(members.get(name));
        }
        return replaced().stream()
                .filter(replaced -> replaced.labels().contains(name))
                .map(replaced -> members.get(replaced.id()))
                .findFirst();
    }

    private List<RevisionInfo> replaced() {
        return members.keySet().stream()
                .filter(declared::containsKey)
                .map(declared::get)
                .toList();
    }
}
