package io.retort.diff.internal.interview;

import io.retort.diff.question.Answer;
import io.retort.diff.question.Choice;
import io.retort.diff.question.Count;
import io.retort.diff.question.Question;
import io.retort.diff.question.Verb;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.operation.ColumnOperation;
import io.retort.operation.Operation;
import io.retort.schema.Column;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks for values of existing rows in columns that become required.
 */
final class RequiredValues {

    private static final String NULLS = "%s is null";

    private final ReviewContext inquiry;

    /**
     * @param inquiry the context of the questions
     */
    RequiredValues(ReviewContext inquiry) {
        this.inquiry = inquiry;
    }

    /**
     * Handles a new required column.
     *
     * @param add the new column
     * @return the operations that replace the addition
     */
    public List<Operation> add(ColumnOperation.Add add) {
        Column column = add.column();
        boolean primitive =
                column.nullable() && inquiry.java(add.table(), column.name()).primitive();
        boolean free = column.nullable() && !primitive || column.defaultValue() != null || column.generation() != null;
        if (free || inquiry.live().table(add.table()).isEmpty()) {
            return List.of(add);
        }
        Object undeleted = inquiry.java(add.table(), column.name()).undeleted();
        if (undeleted != null) {
            return added(add, FillValue.of(undeleted, column, inquiry.dialect()), Count.NONE);
        }
        Count rows = inquiry.evidence().rows(add.table());
        String subject = add.table() + "." + column.name();
        if (primitive && rows.isNone()) {
            inquiry.remark(
                    "Column " + subject + " is new and allows nulls, but its Java attribute is a primitive: entities"
                            + " cannot read rows that have no value in it. The compared database has no rows.");
            return List.of(add);
        }
        String what = "Column " + subject + " (" + column.type() + ") is new and "
                + (primitive
                        ? "its Java attribute is a primitive, so entities cannot read rows without a value; "
                        : "required; ")
                + (rows.isNone()
                        ? add.table() + " has no rows in the compared database, but can have rows in others."
                        : rows.of("row") + " of " + add.table() + " would have no value.");
        Answer answer = inquiry.ask(question("value-needed", add.table(), column, what, rows));
        if (answer.verb() == Verb.ACCEPT) {
            return List.of(add);
        }
        if (answer.verb() == Verb.NULLABLE) {
            return List.of(new ColumnOperation.Add(add.table(), column.withNullable(true)));
        }
        return added(add, filling(answer, add.table(), column), rows);
    }

    /**
     * A constant is added as a default, which every product does without rewriting rows. The default stays, because an
     * older release does not name the column in its inserts. Any other value needs an update in between.
     */
    private List<Operation> added(ColumnOperation.Add add, FillValue filling, Count rows) {
        Column column = add.column();
        if (filling.plain().isPresent()) {
            Column filled = column.temporaryDefault(filling.plain().get());
            String subject = add.table() + "." + column.name();
            inquiry.remark("Column " + subject + " keeps its default " + filled.defaultValue()
                    + " for the inserts of an older release, which does not know the column. When no older release runs,"
                    + " drop the default with the answer "
                    + Verb.DROP.asOption(subject + ".default", "") + ".");
            return List.of(new ColumnOperation.Add(add.table(), filled));
        }
        if (!column.nullable() && !rows.isNone()) {
            String subject = add.table() + "." + column.name();
            inquiry.remark("Column " + subject + " has no default, because its value is "
                    + (filling.isExpression() ? "an expression" : "not one that every product accepts as a default")
                    + ": the inserts of an older release, which does not know the column, fail after this revision. To"
                    + " avoid that, allow nulls with the answer " + Verb.NULLABLE.asOption(subject, "")
                    + " until no older release runs.");
        }
        Column open = column.withNullable(true);
        List<Operation> operations = new ArrayList<>(List.of(
                new ColumnOperation.Add(add.table(), open),
                inquiry.update(add.table(), column.name(), filling.sql(), NULLS, rows)));
        if (!column.nullable()) {
            operations.add(new ColumnOperation.Alter(add.table(), open, column));
        }
        return operations;
    }

    /**
     * Handles a column that becomes not null; asks only if rows contain null.
     *
     * @param alter the change of the column
     * @return the operations that replace the change
     */
    public List<Operation> alter(ColumnOperation.Alter alter) {
        Column after = alter.after();
        boolean stricter = alter.before().nullable() && !after.nullable() && after.generation() == null;
        boolean primitive = isUnreadable(alter.table(), alter.before(), after);
        Count nulls = stricter || primitive ? inquiry.evidence().rows(alter.table(), after.name(), NULLS) : Count.NONE;
        if (nulls.isNone()) {
            return List.of(alter);
        }
        Answer answer = inquiry.ask(nulls(alter.table(), after, nulls));
        if (answer.verb() == Verb.ACCEPT) {
            return List.of(alter);
        }
        Column open = after.withNullable(true);
        ColumnOperation.Alter rest =
                new ColumnOperation.Alter(alter.table(), alter.before(), open, alter.using(), alter.usingBack());
        List<Operation> operations = new ArrayList<>();
        if (!alter.before().equals(open)) {
            operations.add(rest);
        }
        if (answer.verb() == Verb.FILL) {
            operations.addAll(filled(answer, alter.table(), open, after, nulls));
        }
        return operations;
    }

    /** Entities cannot read a null into a primitive attribute, although the column allows nulls. */
    private boolean isUnreadable(QualifiedName table, Column before, Column after) {
        return before.nullable()
                && after.nullable()
                && before.generation() == null
                && after.generation() == null
                && inquiry.java(table, after.name()).primitive();
    }

    /**
     * Handles a column that does not change, and whose attribute is a primitive although some rows have no value.
     *
     * @return the update of these rows, if that is the answer
     */
    List<Operation> unchanged(QualifiedName table, Column column) {
        Count nulls =
                isUnreadable(table, column, column) ? inquiry.evidence().rows(table, column.name(), NULLS) : Count.NONE;
        if (nulls.isNone() || !inquiry.evidence().rows(table).isKnown()) {
            return List.of(); // without a database, every comparison would ask about a column that nobody changed
        }
        Answer answer = inquiry.ask(nulls(table, column, nulls));
        return answer.verb() == Verb.FILL ? filled(answer, table, column, column, nulls) : List.of();
    }

    private Question nulls(QualifiedName table, Column column, Count nulls) {
        String what = "Column " + table + "." + column.name() + " (" + column.type() + ") "
                + (column.nullable()
                        ? "allows nulls, but its Java attribute is a primitive, so entities cannot read rows without a"
                                + " value; "
                        : "becomes required; ")
                + nulls.of("row") + " " + nulls.verb("has", "have") + " no value.";
        return question("nulls", table, column, what, nulls);
    }

    /**
     * Handles a new required column that only some of the moved rows have a value for.
     *
     * @param alter the change that makes the column required
     * @return the operations that replace the change
     */
    List<Operation> moved(ColumnOperation.Alter alter) {
        return moved(alter, "the rows of the other classes in ");
    }

    /** Handles a required column of a new table that the moved rows have no value for, in the same way. */
    List<Operation> movedInto(ColumnOperation.Alter alter) {
        return moved(alter, "the rows that are moved to ");
    }

    private List<Operation> moved(ColumnOperation.Alter alter, String rows) {
        Column column = alter.after();
        Object undeleted = inquiry.java(alter.table(), column.name()).undeleted();
        if (undeleted != null) {
            FillValue filling = FillValue.of(undeleted, column, inquiry.dialect());
            return List.of(inquiry.update(alter.table(), column.name(), filling.sql(), NULLS, Count.NONE), alter);
        }
        String subject = alter.table() + "." + column.name();
        String what = "Column " + subject + " (" + column.type() + ") is new and required; " + rows + alter.table()
                + " would have no value.";
        Answer answer = inquiry.ask(question("value-needed", alter.table(), column, what, Count.UNKNOWN));
        if (answer.verb() == Verb.NULLABLE) {
            return List.of();
        }
        return answer.verb() == Verb.FILL
                ? filled(answer, alter.table(), alter.before(), column, Count.NONE)
                : List.of(alter);
    }

    private List<Operation> filled(Answer answer, QualifiedName table, Column open, Column column, Count rows) {
        FillValue filling = filling(answer, table, column);
        Operation update = inquiry.update(table, column.name(), filling.sql(), NULLS, rows);
        return open.equals(column) ? List.of(update) : List.of(update, new ColumnOperation.Alter(table, open, column));
    }

    /** @throws RetortException if the column cannot contain the value, or not in several rows */
    private FillValue filling(Answer answer, QualifiedName table, Column column) {
        String subject = table + "." + column.name();
        AllowedValues allowed = AllowedValues.of(inquiry, table, column);
        FillValue filling = FillValue.read(answer.value(), column, subject, inquiry.dialect(), allowed);
        boolean distinct = inquiry.declared()
                .table(table)
                .filter(found -> isUnique(found, column.name()))
                .isPresent();
        if (distinct && !filling.isExpression()) {
            throw new RetortException(
                    "Column " + subject + " must be unique, so several rows cannot have the same value.",
                    Advice.of(
                            "Give an expression that differs from row to row: ",
                            Advice.option("fill", subject + "=sql:EXPRESSION"),
                            "."),
                    ExitStatus.USAGE);
        }
        return filling;
    }

    private Question question(String kind, QualifiedName table, Column column, String what, Count rows) {
        Optional<Table> declared = inquiry.declared().table(table);
        boolean key = declared.filter(found -> isKey(found, column.name())).isPresent();
        List<String> sentences = new ArrayList<>(List.of(what));
        declared.flatMap(found -> referenced(found, column.name()))
                .ifPresent(other -> sentences.add("It references " + other + ": the value must be an existing key."));
        if (key) {
            sentences.add("It belongs to the primary key, so it allows no nulls.");
        } else if (declared.filter(found -> isUnique(found, column.name())).isPresent()) {
            sentences.add("It must be unique: several rows need an expression, not one value.");
        }
        inquiry.discriminated(table, column.name())
                .filter(hierarchy -> hierarchy.root().concrete())
                .ifPresent(hierarchy -> sentences.add("It contains the class of each row. Rows that were stored before "
                        + hierarchy.root().entity() + " had subclasses are usually of this class."));
        AllowedValues allowed = AllowedValues.of(inquiry, table, column);
        if (!allowed.values().isEmpty()) {
            sentences.add("It allows " + allowed.describe() + ".");
        }
        return new Question(
                kind,
                table + "." + column.name(),
                sentences,
                choices(declared, column, allowed, key, rows),
                Optional.empty(),
                key || column.nullable() ? new Answer(Verb.ACCEPT, "") : new Answer(Verb.NULLABLE, ""));
    }

    /** In a unique column several rows cannot share a value, and a primary key cannot contain null. */
    private static List<Choice> choices(
            Optional<Table> declared, Column column, AllowedValues allowed, boolean key, Count rows) {
        boolean distinct =
                declared.filter(found -> isUnique(found, column.name())).isPresent();
        List<Choice> choices = new ArrayList<>();
        if (!distinct) {
            List<Choice> values = allowed.choices();
            choices.addAll(
                    values.isEmpty()
                            ? List.of(Choice.open("v", Verb.FILL, "VALUE", "these rows get a value")
                                    .allowing(allowed.values()))
                            : values);
        }
        choices.add(Choice.open("x", Verb.FILL, "sql:EXPRESSION", "these rows get the value of an SQL expression"));
        if (column.nullable()) {
            choices.add(Choice.of("a", Verb.ACCEPT, "write it without a value: entities cannot read these rows"));
            return choices;
        }
        if (!key) {
            choices.add(
                    Choice.of("n", Verb.NULLABLE, "allow nulls in the database for now; the next revision asks again"));
        }
        if (rows.isNone() || key) {
            choices.add(Choice.of("a", Verb.ACCEPT, "write it without a value: it fails if the table has rows"));
        }
        return choices;
    }

    private static boolean isKey(Table table, String column) {
        return table.primaryKey().filter(key -> key.columns().contains(column)).isPresent();
    }

    private static Optional<QualifiedName> referenced(Table table, String column) {
        return table.constraintsOf(ForeignKey.class)
                .filter(key -> key.columns().contains(column))
                .map(ForeignKey::referencedTable)
                .findFirst();
    }

    private static boolean isUnique(Table table, String column) {
        return table.constraintsOf(Unique.class).anyMatch(key -> key.columns().equals(List.of(column)))
                || table.primaryKey()
                        .filter(key -> key.columns().equals(List.of(column)))
                        .isPresent();
    }
}
