package io.retort.diff.internal.interview;

import io.retort.diff.question.Answer;
import io.retort.diff.question.Choice;
import io.retort.diff.question.Count;
import io.retort.diff.question.Question;
import io.retort.diff.question.Verb;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks about removed enum constants of one column.
 */
final class RemovedConstantInterview {

    private final ReviewContext inquiry;

    /**
     * @param inquiry the context of the questions
     */
    RemovedConstantInterview(ReviewContext inquiry) {
        this.inquiry = inquiry;
    }

    /**
     * The answers about the constants of a column.
     *
     * @param updates the updates of rows
     * @param targets the constants that these rows get
     * @param kept the constants that remain allowed
     */
    record Answered(List<Operation> updates, List<String> targets, List<String> kept) {

        Answered() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        void add(Answered other) {
            updates.addAll(other.updates);
            targets.addAll(other.targets);
            kept.addAll(other.kept);
        }
    }

    /** Asks about each removed constant that rows contain. */
    Answered ask(QualifiedName table, CheckedValues was, CheckedValues is) {
        Answered answered = new Answered();
        Map<String, Count> held = new LinkedHashMap<>();
        was.without(is)
                .forEach(label ->
                        held.put(label, inquiry.evidence().rows(table, was.column(), was.holds(literal(label, was)))));
        held.values().removeIf(Count::isNone);
        held.forEach((label, rows) -> {
            String subject = table + "." + was.column() + ":" + label;
            Answer answer = inquiry.ask(question(subject, label, rows, is));
            if (answer.verb() == Verb.MAP) {
                answered.targets().add(checked(answer, subject, is));
                answered.updates().add(mapped(table, was, label, answer.value()));
            } else if (answer.verb() == Verb.KEEP) {
                answered.kept().add(label);
            }
        });
        return answered;
    }

    /** If the new constant is unknown before the upgrade, the downgrade restores the old one. */
    private Operation mapped(QualifiedName table, CheckedValues was, String label, String target) {
        inquiry.guards().ignore(table, was.column(), was.holds(literal(label, was)));
        String there = update(table, was, label, target);
        String back = was.values().contains(target) ? DataOperation.Execute.NOTHING : update(table, was, target, label);
        return new DataOperation.Execute(there, back);
    }

    private String update(QualifiedName table, CheckedValues was, String from, String to) {
        String text = "update " + inquiry.sql(table) + " set %s = "
                + was.replaced(literal(from, was), literal(to, was))
                + " where " + was.holds(literal(from, was));
        return text.replace("%s", inquiry.sql(was.column()));
    }

    private String literal(String label, CheckedValues labels) {
        return labels.texts() ? inquiry.dialect().literal(label) : label;
    }

    private static Question question(String subject, String label, Count rows, CheckedValues is) {
        return new Question(
                "value-gone",
                subject,
                List.of("The entities no longer declare " + label + " in column "
                        + subject.substring(0, subject.lastIndexOf(':'))
                        + "; " + rows.of("row") + " " + rows.verb("holds", "hold") + " it. Declared: "
                        + String.join(", ", is.values()) + "."),
                List.of(
                        Choice.open("m", Verb.MAP, "VALUE", "these rows get another value")
                                .allowing(is.values()),
                        Choice.of("k", Verb.KEEP, "keep it allowed for now; the next revision asks again"),
                        Choice.of(
                                "a",
                                Verb.ACCEPT,
                                "write only the change: it fails unless you update these rows first")),
                Optional.empty(),
                new Answer(Verb.ACCEPT, ""));
    }

    private static String checked(Answer answer, String subject, CheckedValues is) {
        String target = answer.value();
        if (!is.values().contains(target)) {
            throw new RetortException(
                    answer.given(subject).and(": the entities do not declare " + target + "."),
                    Advice.of("Known: " + String.join(", ", is.values()) + "."),
                    ExitStatus.USAGE);
        }
        return target;
    }
}
