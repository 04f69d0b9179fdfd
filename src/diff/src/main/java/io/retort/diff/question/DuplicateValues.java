package io.retort.diff.question;

import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * Asks about duplicate values that a new unique constraint or index would reject.
 *
 * @param inquiry the context of the questions
 */
record DuplicateValues(ReviewContext inquiry) {

    /**
     * Asks if rows violate a new unique constraint or primary key.
     *
     * @param add the new constraint
     * @param columns its columns
     * @return the operation; empty if it is left out
     */
    public List<Operation> add(ConstraintOperation.Add add, List<String> columns) {
        return accepted(add.table(), columns) ? List.of(add) : List.of();
    }

    /**
     * Asks if rows violate a new unique index. Partial indexes and those over expressions are not checked.
     *
     * @param create the new index
     * @return the operation; empty if it is left out
     */
    public List<Operation> create(IndexOperation.Create create) {
        Index index = create.index();
        boolean plain = index.where() == null && index.parts().stream().noneMatch(Index.Part::expression);
        boolean left = index.unique()
                && plain
                && !accepted(
                        create.table(),
                        index.parts().stream().map(Index.Part::text).toList());
        return left ? List.of() : List.of(create);
    }

    private boolean accepted(QualifiedName table, List<String> columns) {
        boolean known = inquiry.live()
                .table(table)
                .filter(found ->
                        columns.stream().allMatch(column -> found.column(column).isPresent()))
                .isPresent();
        Count duplicates = known ? inquiry.evidence().duplicates(table, columns) : Count.NONE;
        return duplicates.isNone()
                || inquiry.ask(question(table, columns, duplicates)).verb() == Verb.ACCEPT;
    }

    private static Question question(QualifiedName table, List<String> columns, Count duplicates) {
        String names = String.join(", ", columns);
        return new Question(
                "duplicates",
                table + "." + String.join("+", columns),
                List.of(table + " (" + names + ") is to be unique; " + duplicates.of("value") + " "
                        + duplicates.verb("occurs", "occur") + " more than once."),
                List.of(
                        Choice.of("a", Verb.ACCEPT, "write it: the duplicates are gone before it runs, or it fails"),
                        Choice.of("k", Verb.KEEP, "leave it out for now; the next revision asks again")),
                Optional.empty(),
                new Answer(Verb.ACCEPT, ""));
    }
}
