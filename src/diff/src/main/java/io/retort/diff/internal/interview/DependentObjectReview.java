package io.retort.diff.internal.interview;

import io.retort.dialect.Dialect;
import io.retort.diff.question.Answer;
import io.retort.diff.question.Choice;
import io.retort.diff.question.Question;
import io.retort.diff.question.Verb;
import io.retort.operation.DataOperation.Execute;
import io.retort.operation.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks about objects outside the tables, such as views, that prevent a change or fail after it. */
final class DependentObjectReview {

    private final Dialect dialect;
    private final Function<Question, Answer> interview;

    /**
     * @param dialect the dialect of the database
     * @param interview answers the questions
     */
    DependentObjectReview(Dialect dialect, Function<Question, Answer> interview) {
        this.dialect = dialect;
        this.interview = interview;
    }

    /** Returns the operations, between those that drop and create the objects again if that is the answer. */
    List<Operation> in(List<Operation> operations, List<DependentChange> changes) {
        Map<String, List<DependentChange>> byObject = new LinkedHashMap<>();
        changes.forEach(change -> byObject.computeIfAbsent(change.object(), name -> new ArrayList<>())
                .add(change));
        List<Operation> all = new ArrayList<>(operations);
        byObject.values().forEach(some -> ask(some, all));
        return all;
    }

    private void ask(List<DependentChange> changes, List<Operation> all) {
        DependentChange first = changes.get(0);
        boolean known = first.creation() != null && changes.stream().allMatch(DependentChange::returns);
        Answer answer = interview.apply(question(first, changes, known));
        String drop = "drop " + first.kind() + " " + dialect.identifiers().sql(first.object());
        if (answer.verb() == Verb.DROP) {
            all.add(0, execute(drop, first.creation()));
        } else if (known) {
            all.add(0, execute(drop, first.creation()));
            all.add(execute(String.valueOf(first.creation()), drop));
        }
    }

    private static Operation execute(String sql, @Nullable String undo) {
        return new Execute(sql, undo);
    }

    private static Question question(DependentChange first, List<DependentChange> changes, boolean known) {
        List<Choice> choices = new ArrayList<>();
        choices.add(Choice.of("a", Verb.ACCEPT, accepting(first, known)));
        if (first.creation() != null && first.dropped() == null) {
            choices.add(Choice.of("d", Verb.DROP, "drop it; a downgrade creates it again"));
        }
        return new Question(
                "dependent",
                first.object(),
                changes.stream().map(DependentChange::sentence).toList(),
                choices,
                known ? Optional.of("a") : Optional.empty(),
                new Answer(Verb.ACCEPT, ""));
    }

    private static String accepting(DependentChange change, boolean known) {
        if (change.dropped() != null) {
            return "drop it with the table; a downgrade does not restore it";
        }
        if (known) {
            return "drop it before, and create it again after with its definition";
        }
        return change.breaks()
                ? "write the change: the " + change.kind() + " fails afterwards, until it is created again"
                : "write the change: drop the " + change.kind()
                        + " before it runs, or it fails; a downgrade fails while" + " it is there";
    }
}
