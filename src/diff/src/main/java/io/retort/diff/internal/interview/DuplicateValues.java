package io.retort.diff.internal.interview;

import io.retort.diff.question.Answer;
import io.retort.diff.question.Choice;
import io.retort.diff.question.Count;
import io.retort.diff.question.Question;
import io.retort.diff.question.Verb;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.schema.Column;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * Asks about duplicate values that a new unique constraint or index would reject.
 */
final class DuplicateValues {

    private final ReviewContext inquiry;

    /**
     * @param inquiry the context of the questions
     */
    DuplicateValues(ReviewContext inquiry) {
        this.inquiry = inquiry;
    }

    /**
     * Asks if rows violate a new unique constraint or primary key.
     *
     * @param add the new constraint
     * @param columns its columns
     * @param all all operations
     * @return the operation; empty if it is left out
     */
    public List<Operation> add(ConstraintOperation.Add add, List<String> columns, List<Operation> all) {
        return accepted(add.table(), columns, all) ? List.of(add) : List.of();
    }

    /**
     * Asks if rows violate a new unique index. Partial indexes and those over expressions are not checked.
     *
     * @param create the new index
     * @param all all operations
     * @return the operation; empty if it is left out
     */
    public List<Operation> create(IndexOperation.Create create, List<Operation> all) {
        Index index = create.index();
        boolean plain = index.where() == null && index.parts().stream().noneMatch(Index.Part::expression);
        boolean left = index.unique()
                && plain
                && !accepted(
                        create.table(),
                        index.parts().stream().map(Index.Part::text).toList(),
                        all);
        return left ? List.of() : List.of(create);
    }

    private boolean accepted(QualifiedName table, List<String> columns, List<Operation> all) {
        Optional<Table> live = inquiry.live().table(table);
        if (live.isEmpty()) {
            return true;
        }
        boolean known =
                columns.stream().allMatch(column -> live.get().column(column).isPresent());
        Count duplicates =
                known ? inquiry.evidence().duplicates(table, columns) : withDefaults(live.get(), columns, all);
        return duplicates.isNone()
                || inquiry.ask(question(table, columns, duplicates)).verb() == Verb.ACCEPT;
    }

    /** All rows have the same value, the default, in a new column. */
    private Count withDefaults(Table live, List<String> columns, List<Operation> all) {
        List<String> old = columns.stream()
                .filter(column -> live.column(column).isPresent())
                .toList();
        boolean defaults = columns.stream()
                .filter(column -> !old.contains(column))
                .allMatch(column -> added(live.name(), column, all)
                        .filter(fresh -> fresh.defaultValue() != null)
                        .isPresent());
        if (!defaults) {
            return Count.NONE;
        }
        if (!old.isEmpty()) {
            return inquiry.evidence().duplicates(live.name(), old);
        }
        Count rows = inquiry.evidence().rows(live.name());
        return !rows.isKnown() || rows.number() > 1 ? Count.ONE : Count.NONE;
    }

    private static Optional<Column> added(QualifiedName table, String name, List<Operation> all) {
        return all.stream()
                .filter(ColumnOperation.Add.class::isInstance)
                .map(ColumnOperation.Add.class::cast)
                .filter(add -> add.table().equals(table) && add.column().name().equals(name))
                .map(ColumnOperation.Add::column)
                .findFirst();
    }

    private static Question question(QualifiedName table, List<String> columns, Count duplicates) {
        String names = String.join(", ", columns);
        return new Question(
                "duplicates",
                table + "." + String.join("+", columns),
                List.of(table + " (" + names + ") becomes unique; " + duplicates.of("value") + " "
                        + duplicates.verb("occurs", "occur") + " more than once."),
                List.of(
                        Choice.of("a", Verb.ACCEPT, "write it: it fails unless you remove the duplicates first"),
                        Choice.of("k", Verb.KEEP, "leave it out for now; the next revision asks again")),
                Optional.empty(),
                new Answer(Verb.ACCEPT, ""));
    }
}
