package io.retort.diff.internal.interview;

import io.retort.diff.question.Answer;
import io.retort.diff.question.Choice;
import io.retort.diff.question.Count;
import io.retort.diff.question.Question;
import io.retort.diff.question.Verb;
import io.retort.internal.sql.ColumnReferences;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.Operation;
import io.retort.schema.Column;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks about rows that violate a new foreign key or check constraint.
 */
final class RowViolations {

    private static final Set<TypeFamily> NUMBERS = Set.of(TypeFamily.WHOLE, TypeFamily.DECIMAL, TypeFamily.APPROXIMATE);

    private final ReviewContext inquiry;

    /**
     * @param inquiry the context of the questions
     */
    RowViolations(ReviewContext inquiry) {
        this.inquiry = inquiry;
    }

    /**
     * Asks if rows violate a new foreign key. Foreign keys over new columns, and those added without validation, are
     * not checked. Every reference to a new table without rows is a violation.
     *
     * @param add the operation
     * @param key its foreign key
     * @param filled the new tables that get rows
     * @return the operation; empty if it is left out
     */
    public List<Operation> foreignKey(ConstraintOperation.Add add, ForeignKey key, Set<QualifiedName> filled) {
        Count orphans = add.notValid() || !has(add.table(), key.columns()) ? Count.NONE : orphans(add, key, filled);
        if (orphans.isNone()) {
            return List.of(add);
        }
        String columns = String.join(", ", key.columns());
        Question question = question(
                "orphans",
                add.table() + "." + String.join("+", key.columns()),
                add.table() + " (" + columns + ") gets a foreign key to " + key.referencedTable() + "; "
                        + orphans.of("row") + " " + orphans.verb("references", "reference")
                        + " a row that does not exist.");
        return inquiry.ask(question).verb() == Verb.ACCEPT ? List.of(add) : List.of();
    }

    private Count orphans(ConstraintOperation.Add add, ForeignKey key, Set<QualifiedName> filled) {
        QualifiedName referenced = key.referencedTable();
        if (has(referenced, key.referencedColumns())) {
            return inquiry.evidence().orphans(add.table(), key.columns(), referenced, key.referencedColumns());
        }
        boolean empty = inquiry.live().table(referenced).isEmpty() && !filled.contains(referenced);
        return empty ? inquiry.evidence().rows(add.table(), key.columns().get(0), "%s is not null") : Count.NONE;
    }

    /**
     * Asks if rows violate a new check constraint. It is not checked if it uses new columns or columns whose type
     * changes to another kind. Removed enum constants are the subject of a separate question.
     *
     * @param add the operation
     * @param check its check constraint
     * @param all all operations
     * @return the operation; empty if it is left out
     */
    public List<Operation> check(ConstraintOperation.Add add, Check check, List<Operation> all) {
        return replacesConstants(add, check, all) || isOfTruths(add, check, all) ? List.of(add) : check(add, check);
    }

    /** The question about the type of such a column is about the same rows. */
    private boolean isOfTruths(ConstraintOperation.Add add, Check check, List<Operation> all) {
        return all.stream()
                .filter(ColumnOperation.Alter.class::isInstance)
                .map(ColumnOperation.Alter.class::cast)
                .filter(alter -> alter.table().equals(add.table())
                        && !alter.before().type().equals(alter.after().type()))
                .map(alter -> alter.after().name())
                .filter(column -> ColumnReferences.of(column, check.expression()))
                .anyMatch(column -> inquiry.java(add.table(), column).isOfTexts());
    }

    private boolean replacesConstants(ConstraintOperation.Add add, Check check, List<Operation> all) {
        Optional<Table> declared = inquiry.declared().table(add.table());
        String column =
                declared.map(table -> CheckedValues.of(check, table).column()).orElse("");
        return !column.isEmpty()
                && all.stream()
                        .filter(ConstraintOperation.Drop.class::isInstance)
                        .map(ConstraintOperation.Drop.class::cast)
                        .filter(drop -> drop.table().equals(add.table()) && drop.constraint() instanceof Check)
                        .map(drop -> CheckedValues.of((Check) drop.constraint(), declared.orElseThrow()))
                        .anyMatch(labels -> labels.column().equals(column));
    }

    private List<Operation> check(ConstraintOperation.Add add, Check check) {
        Optional<Table> live = inquiry.live().table(add.table());
        Optional<Table> declared = inquiry.declared().table(add.table());
        List<String> columns = declared.stream()
                .flatMap(table -> table.columns().stream())
                .map(Column::name)
                .filter(name -> ColumnReferences.of(name, check.expression()))
                .toList();
        boolean known = live.isPresent() && !columns.isEmpty() && canMeet(live.get(), declared.orElseThrow(), columns);
        Count violations = known ? inquiry.evidence().violations(add.table(), columns, check.expression()) : Count.NONE;
        if (violations.isNone() || !violations.isKnown()) {
            return List.of(add);
        }
        Question question = question(
                "violations",
                add.table() + "." + (check.name() == null ? String.join("+", columns) : check.name()),
                add.table() + " gets the check constraint " + check.expression() + "; " + violations.of("row") + " "
                        + violations.verb("violates", "violate") + " it.");
        return inquiry.ask(question).verb() == Verb.ACCEPT ? List.of(add) : List.of();
    }

    /** Whether the check constraint can be evaluated on existing values, which a conversion may still change. */
    private static boolean canMeet(Table live, Table declared, List<String> columns) {
        return columns.stream()
                .allMatch(name -> live.column(name)
                        .filter(column -> isSameSort(
                                column.type(),
                                declared.column(name).orElseThrow().type()))
                        .isPresent());
    }

    private static boolean isSameSort(SqlType was, SqlType is) {
        TypeFamily before = TypeFamily.of(was);
        TypeFamily after = TypeFamily.of(is);
        return before == after || NUMBERS.contains(before) && NUMBERS.contains(after);
    }

    private boolean has(QualifiedName table, List<String> columns) {
        return inquiry.live()
                .table(table)
                .filter(found ->
                        columns.stream().allMatch(column -> found.column(column).isPresent()))
                .isPresent();
    }

    private static Question question(String kind, String subject, String evidence) {
        return new Question(
                kind,
                subject,
                List.of(evidence),
                List.of(
                        Choice.of("a", Verb.ACCEPT, "write it: it fails unless you correct these rows first"),
                        Choice.of("k", Verb.KEEP, "leave it out for now; the next revision asks again")),
                Optional.empty(),
                new Answer(Verb.ACCEPT, ""));
    }
}
