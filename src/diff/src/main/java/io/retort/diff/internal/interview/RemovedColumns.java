package io.retort.diff.internal.interview;

import io.retort.diff.internal.interview.RenameCandidates.Candidate;
import io.retort.diff.question.Answer;
import io.retort.diff.question.Choice;
import io.retort.diff.question.Count;
import io.retort.diff.question.Evidence;
import io.retort.diff.question.Question;
import io.retort.diff.question.Verb;
import io.retort.internal.sql.ColumnReferences;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks whether removed columns were renamed, are dropped, or are kept. */
final class RemovedColumns {

    private final AcceptedRenames renaming;
    private final Evidence evidence;
    private final Map<String, String> javaNames;
    private final BiPredicate<QualifiedName, String> moved;
    private final BiFunction<Column, Table, String> consequence;

    /**
     * @param renaming collects the renames
     * @param evidence counts the rows of the columns
     * @param javaNames the name of the Java field of a column, by {@code table.column}
     * @param moved whether the values of a column are in another table afterwards
     * @param consequence returns the effect of the downgrade on a dropped column, as the continuation of "drop it"
     */
    RemovedColumns(
            AcceptedRenames renaming,
            Evidence evidence,
            Map<String, String> javaNames,
            BiPredicate<QualifiedName, String> moved,
            BiFunction<Column, Table, String> consequence) {
        this.renaming = renaming;
        this.evidence = evidence;
        this.javaNames = javaNames;
        this.moved = moved;
        this.consequence = consequence;
    }

    /**
     * Asks about each removed column of a table, the most likely rename first.
     *
     * @param table the table
     * @param interview answers the questions
     * @return the columns to keep
     */
    public List<String> ask(QualifiedName table, Function<Question, Answer> interview) {
        renaming.respell(table);
        List<String> kept = new ArrayList<>();
        List<Column> open = new ArrayList<>(gone(table));
        while (!open.isEmpty()) {
            Column next = open.stream()
                    .min(Comparator.comparing(column -> rank(table, column)))
                    .orElseThrow();
            open.remove(next);
            RenameCandidates ranking = ranking(table, next);
            Answer answer = interview.apply(question(table, next, ranking));
            if (answer.verb() == Verb.RENAME) {
                renaming.column(table, next.name(), answer.value());
            } else if (answer.verb() == Verb.KEEP) {
                kept.add(next.name());
            }
        }
        return kept;
    }

    private List<Column> gone(QualifiedName table) {
        Table wanted = renaming.wanted().table(table).orElseThrow();
        return live(table).columns().stream()
                .filter(column -> wanted.column(column.name()).isEmpty())
                .filter(column -> !(column.generation() instanceof Generation.Computed))
                .filter(column -> !moved.test(table, column.name()))
                .toList();
    }

    private Question question(QualifiedName table, Column gone, RenameCandidates ranking) {
        Count values = evidence.rows(table, gone.name(), "%s is not null");
        Count distinct = evidence.distinct(table, gone.name());
        String different = values.number() < 2 || !distinct.isKnown() ? "" : ", " + distinct.of("different value");
        List<Choice> choices = new ArrayList<>(ranking.choices());
        choices.add(Choice.of(
                "d", Verb.DROP, "drop it: " + values.of("value") + " lost" + consequence.apply(gone, live(table))));
        choices.add(Choice.of("k", Verb.KEEP, "keep it in the database for now; " + kept(table, gone)));
        String subject = table + "." + gone.name();
        return new Question(
                "column-gone",
                subject,
                List.of("No entity maps column " + subject + " (" + gone.type() + ") any more. It holds "
                        + values.of("value") + different + "." + generated(table, gone)),
                choices,
                ranking.likely().map(candidate -> "r"),
                ranking.best()
                        .map(candidate -> new Answer(Verb.RENAME, candidate.name()))
                        .orElse(new Answer(Verb.DROP, "")));
    }

    /** A key that contains a column without values in new rows cannot stay. */
    private String kept(QualifiedName table, Column gone) {
        if (gone.defaultValue() != null) {
            return "new rows get its default";
        }
        if (gone.nullable()) {
            return "new rows have no value in it";
        }
        String downgrade = "; a downgrade fails while rows have no value in it";
        Optional<PrimaryKey> key =
                live(table).primaryKey().filter(found -> found.columns().contains(gone.name()));
        if (key.isEmpty()) {
            return "it allows nulls, because new rows have no value in it" + downgrade;
        }
        String others = renaming.wanted()
                .table(table)
                .flatMap(Table::primaryKey)
                .map(other -> "the primary key is (" + String.join(", ", other.columns()) + ") instead of (")
                .orElse("the table has no primary key instead of (");
        return others + String.join(", ", key.get().columns()) + "), because new rows have no value in it" + downgrade;
    }

    private String generated(QualifiedName table, Column gone) {
        Table wanted = renaming.wanted().table(table).orElseThrow();
        String names = live(table).columns().stream()
                .filter(column -> wanted.column(column.name()).isEmpty())
                .filter(column -> column.generation() instanceof Generation.Computed computed
                        && ColumnReferences.of(gone.name(), computed.expression()))
                .map(Column::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " Generated from it, and dropped with it: " + names + ".";
    }

    private RenameCandidates ranking(QualifiedName table, Column gone) {
        Table live = live(table);
        Table wanted = renaming.wanted().table(table).orElseThrow();
        return new RenameCandidates(wanted.columns().stream()
                .filter(fresh -> live.column(fresh.name()).isEmpty())
                .filter(fresh -> !moved.test(table, fresh.name()))
                .filter(fresh -> !(fresh.generation() instanceof Generation.Computed))
                .map(fresh -> new Candidate(fresh.name(), similarity(live, gone, wanted, fresh)))
                .toList());
    }

    private SimilarityScore similarity(Table live, Column gone, Table wanted, Column fresh) {
        SimilarityScore similarity =
                SimilarityScore.of(live, gone, wanted, fresh, javaNames.get(wanted.name() + "." + fresh.name()));
        String namesake = similarity.points() == 0 ? null : renaming.namesake(gone.name(), fresh.name());
        return namesake == null ? similarity : similarity.calledAfter(namesake);
    }

    private int rank(QualifiedName table, Column gone) {
        Optional<Candidate> best = ranking(table, gone).candidates().stream().findFirst();
        return -best.map(candidate -> candidate.similarity().points()).orElse(0);
    }

    private Table live(QualifiedName table) {
        return renaming.live().table(table).orElseThrow();
    }
}
