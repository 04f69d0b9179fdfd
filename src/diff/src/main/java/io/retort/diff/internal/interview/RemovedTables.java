package io.retort.diff.internal.interview;

import io.retort.diff.internal.interview.RenameCandidates.Candidate;
import io.retort.diff.question.Answer;
import io.retort.diff.question.Choice;
import io.retort.diff.question.Evidence;
import io.retort.diff.question.Question;
import io.retort.diff.question.Verb;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Asks whether removed tables were renamed, are dropped, or are kept. */
final class RemovedTables {

    private final AcceptedRenames renaming;
    private final Evidence evidence;
    private final Map<String, String> javaNames;
    private final Predicate<QualifiedName> ours;
    private final TableCopies copies;
    private final TakenNames names;

    /**
     * @param renaming collects the renames
     * @param evidence counts the rows of the tables
     * @param javaNames the name of the entity of a table, by the name of the table
     * @param ours the tables that a revision created; tables of others are never dropped
     * @param copies collects the tables whose rows are copied, because the product cannot move them
     * @param names the names of indexes and constraints that other tables need
     */
    RemovedTables(
            AcceptedRenames renaming,
            Evidence evidence,
            Map<String, String> javaNames,
            Predicate<QualifiedName> ours,
            TableCopies copies,
            TakenNames names) {
        this.renaming = renaming;
        this.evidence = evidence;
        this.javaNames = javaNames;
        this.ours = ours;
        this.copies = copies;
        this.names = names;
    }

    /**
     * Asks about each removed table, the most likely rename first.
     *
     * @param gone the tables that no entity declares
     * @param interview answers the questions
     * @return the tables to drop
     */
    public List<QualifiedName> ask(List<QualifiedName> gone, Function<Question, Answer> interview) {
        List<QualifiedName> dropped = new ArrayList<>();
        List<QualifiedName> kept = new ArrayList<>();
        List<QualifiedName> open = new ArrayList<>(gone);
        while (!open.isEmpty()) {
            open.removeIf(name -> renaming.live().table(name).isEmpty());
            Optional<QualifiedName> next = open.stream().min(Comparator.comparing(this::rank));
            if (next.isEmpty()) {
                break;
            }
            open.remove(next.get());
            RenameCandidates ranking = ranking(next.get());
            boolean offered = ranking.choices().stream().anyMatch(Choice::shown);
            if (ours.test(next.get()) || offered) {
                Answer answer = interview.apply(question(next.get(), ranking));
                apply(next.get(), answer, ranking);
                if (answer.verb() == Verb.DROP || answer.verb() == Verb.MOVE) {
                    dropped.add(next.get());
                } else if (answer.verb() == Verb.KEEP && ours.test(next.get())) {
                    kept.add(next.get());
                }
            }
        }
        // after all renames: a renamed table brings the names that it needs
        kept.forEach(names::keep);
        dropped.forEach(names::drop);
        return dropped;
    }

    private void apply(QualifiedName gone, Answer answer, RenameCandidates ranking) {
        if (answer.verb() == Verb.RENAME) {
            ranking.candidates().stream()
                    .filter(candidate -> candidate.name().equals(answer.value()))
                    .findFirst()
                    .ifPresent(candidate -> renaming.table(gone, QualifiedName.parse(candidate.name())));
        } else if (answer.verb() == Verb.MOVE) {
            copies.add(
                    renaming.live().table(gone).orElseThrow(), elsewhere(gone).orElseThrow());
        }
    }

    private Question question(QualifiedName gone, RenameCandidates ranking) {
        String rows = evidence.rows(gone).of("row");
        List<Choice> choices = new ArrayList<>(ranking.choices());
        boolean mine = ours.test(gone);
        Optional<Table> elsewhere = mine ? elsewhere(gone) : Optional.empty();
        elsewhere.ifPresent(fresh -> choices.add(Choice.of(
                "m",
                Verb.MOVE,
                "it is now " + fresh.name() + ": copy its rows to that table, then drop it; a downgrade copies them"
                        + " back")));
        if (mine) {
            choices.add(Choice.of("d", Verb.DROP, "drop it: " + rows + " lost"));
        }
        choices.add(Choice.of(
                "k",
                Verb.KEEP,
                mine
                        ? "keep it in the database for now (permanently: retort.exclude=" + gone + ")"
                                + names.consequence(gone)
                                        .map(what -> "; " + what)
                                        .orElse("")
                        : "it does not belong to the entities: keep it"));
        Optional<String> likely = ranking.likely().map(candidate -> "r").or(() -> elsewhere.map(table -> "m"));
        Answer meanwhile = ranking.best()
                .map(candidate -> new Answer(Verb.RENAME, candidate.name()))
                .or(() -> elsewhere.map(table -> new Answer(Verb.MOVE, "")))
                .orElse(new Answer(mine ? Verb.DROP : Verb.KEEP, ""));
        return new Question(
                "table-gone",
                gone.toString(),
                List.of("No entity maps table " + gone + (mine ? " any more" : "") + ". It has " + rows + "."),
                choices,
                likely,
                meanwhile);
    }

    private RenameCandidates ranking(QualifiedName gone) {
        Table live = renaming.live().table(gone).orElseThrow();
        List<Candidate> candidates = renaming.wanted().tables().stream()
                .filter(fresh -> renaming.live().table(fresh.name()).isEmpty())
                .filter(fresh -> Objects.equals(fresh.name().schema(), gone.schema())
                        || copies.dialect().movesTables())
                .map(fresh -> new Candidate(fresh.name().toString(), similarity(live, fresh)))
                .toList();
        return new RenameCandidates(candidates);
    }

    /** The new table of the same name in another schema, on a product that cannot move the old one there. */
    private Optional<Table> elsewhere(QualifiedName gone) {
        List<Table> others = copies.dialect().movesTables()
                ? List.of()
                : renaming.wanted().tables().stream()
                        .filter(fresh -> fresh.name().name().equals(gone.name()))
                        .filter(fresh -> !Objects.equals(fresh.name().schema(), gone.schema()))
                        .filter(fresh -> renaming.live().table(fresh.name()).isEmpty())
                        .toList();
        return others.size() == 1 ? Optional.of(others.get(0)) : Optional.empty();
    }

    private SimilarityScore similarity(Table live, Table fresh) {
        SimilarityScore similarity =
                SimilarityScore.of(live, fresh, javaNames.get(fresh.name().toString()));
        String namesake = renaming.namesake(live.name().name(), fresh.name().name());
        return namesake == null ? similarity : similarity.calledAfter(namesake);
    }

    /**
     * The best match comes first, because it is then unavailable to others. Sequence tables come last, because they
     * follow their tables.
     */
    private int rank(QualifiedName gone) {
        boolean counter = gone.name().toLowerCase(Locale.ROOT).replace("\"", "").endsWith("_seq");
        List<Candidate> candidates = ranking(gone).candidates();
        return (counter ? 1000 : 0)
                - (candidates.isEmpty() ? 0 : candidates.get(0).similarity().points());
    }
}
