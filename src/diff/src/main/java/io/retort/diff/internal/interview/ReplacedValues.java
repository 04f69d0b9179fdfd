package io.retort.diff.internal.interview;

import io.retort.diff.question.Answer;
import io.retort.diff.question.Choice;
import io.retort.diff.question.Count;
import io.retort.diff.question.Question;
import io.retort.diff.question.Verb;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation;
import io.retort.schema.Column.Generation.Computed;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * Asks about stored values of columns that become generated. No product keeps them.
 */
final class ReplacedValues {

    private static final String HELD = "%s is not null";

    private final ReviewContext inquiry;

    /**
     * @param inquiry the context of the questions
     */
    ReplacedValues(ReviewContext inquiry) {
        this.inquiry = inquiry;
    }

    /**
     * Asks about each such column of a live table.
     *
     * @param live the live table
     * @return the names of the columns that remain unchanged
     */
    public List<String> ask(Table live) {
        return live.columns().stream()
                .filter(column -> !(column.generation() instanceof Computed))
                .filter(column -> formula(live.name(), column.name())
                        .filter(formula -> stays(live.name(), column, formula))
                        .isPresent())
                .map(Column::name)
                .toList();
    }

    private Optional<Computed> formula(QualifiedName table, String column) {
        Optional<Generation> generation = inquiry.declared()
                .table(table)
                .flatMap(declared -> declared.column(column))
                .map(Column::generation);
        return generation.filter(Computed.class::isInstance).map(Computed.class::cast);
    }

    private boolean stays(QualifiedName table, Column column, Computed formula) {
        Count lost = inquiry.evidence().rows(table, column.name(), others(formula));
        Count values = lost.isKnown() ? lost : inquiry.evidence().rows(table, column.name(), HELD);
        return !values.isNone()
                && inquiry.ask(question(table, column, formula, values)).verb() == Verb.KEEP;
    }

    /** A value that the expression produces as well is not lost. */
    private static String others(Computed formula) {
        String expression = "(" + formula.expression() + ")";
        return expression.contains("%s")
                ? HELD
                : HELD + " and (" + expression + " is null or %s <> " + expression + ")";
    }

    private static Question question(QualifiedName table, Column column, Computed formula, Count values) {
        String subject = table + "." + column.name();
        return new Question(
                "computed",
                subject,
                List.of("Column " + subject + " (" + column.type() + ") becomes a generated column, as "
                        + formula.expression() + "; " + values.of("stored value") + " "
                        + values.verb("differs", "differ") + " from that."),
                List.of(
                        Choice.of(
                                "d",
                                Verb.DROP,
                                "drop the values; the database computes new ones, and a downgrade cannot"
                                        + " restore the old ones"),
                        Choice.of("k", Verb.KEEP, "keep the column as it is for now; the next revision asks again")),
                Optional.empty(),
                new Answer(Verb.DROP, ""));
    }
}
