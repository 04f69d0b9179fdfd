package io.retort.diff.question.change;

import io.retort.diff.question.Answer;
import io.retort.diff.question.Choice;
import io.retort.diff.question.Count;
import io.retort.diff.question.Question;
import io.retort.diff.question.Verb;
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
 * Columns that must have a value from now on, in tables whose rows have none.
 *
 * @param inquiry what is asked with
 */
public record NeededValues(Inquiry inquiry) {

    private static final String NULLS = "%s is null";

    /** A new column: asks if its table has rows, and says how they get a value. */
    public List<Operation> add(ColumnOperation.Add add) {
        Column column = add.column();
        boolean free = column.nullable() || column.defaultValue() != null || column.generation() != null;
        if (free || inquiry.live().table(add.table()).isEmpty()) {
            return List.of(add);
        }
        Count rows = inquiry.evidence().rows(add.table());
        if (rows.isNone()) {
            return List.of(add);
        }
        String subject = add.table() + "." + column.name();
        String what = "Column " + subject + " (" + column.type() + ") is new and must have a value; " + rows.of("row")
                + " of " + add.table() + " would have none.";
        Answer answer = inquiry.ask(question("value-needed", add.table(), column, what));
        if (answer.verb() == Verb.NULLABLE) {
            return List.of(new ColumnOperation.Add(add.table(), column.withNullable(true)));
        }
        return added(add, Filling.read(answer.value(), column, subject, inquiry.dialect()));
    }

    /**
     * A plain value comes as a default, which every product adds without touching the rows, and goes again; all else
     * needs an update in between.
     */
    private List<Operation> added(ColumnOperation.Add add, Filling filling) {
        Column column = add.column();
        if (filling.plain().isPresent()) {
            Column filled = column.defaultValue(filling.plain().get());
            return List.of(
                    new ColumnOperation.Add(add.table(), filled),
                    new ColumnOperation.Alter(add.table(), filled, column));
        }
        Column open = column.withNullable(true);
        return List.of(
                new ColumnOperation.Add(add.table(), open),
                inquiry.update(add.table(), column.name(), filling.sql(), NULLS),
                new ColumnOperation.Alter(add.table(), open, column));
    }

    /** A column that may no longer be null: asks if some are, and says what they get. */
    public List<Operation> alter(ColumnOperation.Alter alter) {
        Column after = alter.after();
        boolean stricter = alter.before().nullable() && !after.nullable() && after.generation() == null;
        Count nulls = stricter ? inquiry.evidence().rows(alter.table(), after.name(), NULLS) : Count.NONE;
        if (nulls.isNone()) {
            return List.of(alter);
        }
        String subject = alter.table() + "." + after.name();
        String what = "Column " + subject + " (" + after.type() + ") must have a value from now on; " + nulls.of("row")
                + " " + nulls.verb("has", "have") + " none.";
        Answer answer = inquiry.ask(question("nulls", alter.table(), after, what));
        Column open = after.withNullable(true);
        ColumnOperation.Alter rest =
                new ColumnOperation.Alter(alter.table(), alter.before(), open, alter.using(), alter.usingBack());
        List<Operation> operations = new ArrayList<>();
        if (!alter.before().equals(open)) {
            operations.add(rest);
        }
        if (answer.verb() == Verb.FILL) {
            Filling filling = Filling.read(answer.value(), after, subject, inquiry.dialect());
            operations.add(inquiry.update(alter.table(), after.name(), filling.sql(), NULLS));
            operations.add(new ColumnOperation.Alter(alter.table(), open, after));
        }
        return operations;
    }

    private Question question(String kind, QualifiedName table, Column column, String what) {
        List<String> sentences = new ArrayList<>(List.of(what));
        Optional<Table> declared = inquiry.declared().table(table);
        declared.flatMap(found -> referenced(found, column.name()))
                .ifPresent(
                        other -> sentences.add("It references " + other + ": the value must be a key that is there."));
        if (declared.filter(found -> isUnique(found, column.name())).isPresent()) {
            sentences.add("It must be unique: one value for several rows will not do, an expression may.");
        }
        return new Question(
                kind,
                table + "." + column.name(),
                sentences,
                List.of(
                        Choice.open("v", Verb.FILL, "VALUE", "these rows get a value"),
                        Choice.open("x", Verb.FILL, "sql:EXPRESSION", "these rows get the value of an SQL expression"),
                        Choice.of(
                                "n", Verb.NULLABLE, "the database allows nulls for now; the next revision asks again")),
                Optional.empty(),
                new Answer(Verb.NULLABLE, ""));
    }

    private static Optional<QualifiedName> referenced(Table table, String column) {
        return table.constraintsOf(ForeignKey.class)
                .filter(key -> key.columns().contains(column))
                .map(ForeignKey::referencedTable)
                .findFirst();
    }

    private static boolean isUnique(Table table, String column) {
        return table.constraintsOf(Unique.class).anyMatch(key -> key.columns().equals(List.of(column)));
    }
}
