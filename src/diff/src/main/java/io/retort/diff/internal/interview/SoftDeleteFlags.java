package io.retort.diff.internal.interview;

import io.retort.diff.internal.model.JavaColumn;
import io.retort.diff.question.Answer;
import io.retort.diff.question.Choice;
import io.retort.diff.question.Count;
import io.retort.diff.question.Question;
import io.retort.diff.question.Verb;
import io.retort.operation.ColumnOperation.Alter;
import io.retort.operation.DataOperation.Execute;
import io.retort.operation.Operation;
import io.retort.schema.QualifiedName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Asks what the values of a boolean column mean when it becomes the column of {@code @SoftDelete}. A column with the
 * opposite meaning would make every row a deleted one.
 */
final class SoftDeleteFlags {

    private static final String INVERTED = "inverted";

    private final ReviewContext inquiry;
    private final BiPredicate<QualifiedName, String> renamed;

    /**
     * @param inquiry the context of the questions
     * @param renamed whether a column has a new name
     */
    SoftDeleteFlags(ReviewContext inquiry, BiPredicate<QualifiedName, String> renamed) {
        this.inquiry = inquiry;
        this.renamed = renamed;
    }

    /**
     * Asks about a column with a new name that marks deleted rows from now on.
     *
     * @return the update that inverts the column, if that is the answer
     */
    Optional<Operation> renamed(QualifiedName table, String column) {
        return renamed.test(table, column) ? ask(table, column) : Optional.empty();
    }

    /**
     * Asks about a column that marks deleted rows from now on and keeps its name. Hibernate gives such a column a
     * comment.
     *
     * @return the update that inverts the column, if that is the answer
     */
    Optional<Operation> altered(Alter alter) {
        boolean begins = !Objects.equals(alter.before().comment(), alter.after().comment())
                || alter.before().nullable() && !alter.after().nullable();
        return begins && !renamed.test(alter.table(), alter.after().name())
                ? ask(alter.table(), alter.after().name())
                : Optional.empty();
    }

    private Optional<Operation> ask(QualifiedName table, String column) {
        JavaColumn java = inquiry.java(table, column);
        Object undeleted = java.undeleted();
        Optional<Object> deleted = java.stored().values().stream()
                .filter(value -> !value.equals(undeleted))
                .findFirst();
        if (undeleted == null || deleted.isEmpty()) {
            return Optional.empty();
        }
        String flag = inquiry.dialect().literal(deleted.get());
        Count rows = inquiry.evidence().rows(table, column, "%s = " + flag);
        Answer answer = inquiry.ask(question(table + "." + column, flag, rows));
        return answer.verb() == Verb.MAP
                ? Optional.of(invert(table, column, flag, inquiry.dialect().literal(undeleted)))
                : Optional.empty();
    }

    private Operation invert(QualifiedName table, String column, String deleted, String undeleted) {
        String name = inquiry.sql(column);
        String sql = "update " + inquiry.sql(table) + " set " + name + " = case when " + name + " = " + deleted
                + " then " + undeleted + " else " + deleted + " end where " + name + " is not null";
        return new Execute(sql, sql);
    }

    private static Question question(String subject, String flag, Count rows) {
        return new Question(
                "soft-delete",
                subject,
                List.of("Column " + subject + " marks deleted rows from now on: " + flag + " means deleted. "
                        + rows.of("row") + " " + rows.verb("has", "have") + " this value, and entities no longer find "
                        + rows.verb("it", "them") + "."),
                List.of(
                        Choice.of("a", Verb.ACCEPT, "these rows are deleted: the values stay as they are"),
                        new Choice(
                                "i",
                                Verb.MAP,
                                INVERTED,
                                "the values meant the opposite: swap them; a downgrade swaps them back",
                                "",
                                true)),
                Optional.empty(),
                new Answer(Verb.ACCEPT, ""));
    }
}
