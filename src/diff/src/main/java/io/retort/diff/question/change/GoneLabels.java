package io.retort.diff.question.change;

import io.retort.diff.question.change.LabelInterview.Said;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.Operation;
import io.retort.schema.Constraint.Check;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Enum constants that are gone, while rows still hold them.
 *
 * @param inquiry what is asked with
 */
public record GoneLabels(Inquiry inquiry) {

    /**
     * The condition that keeps a column to its labels is dropped, and one with fewer comes in its place: asks about each
     * label that is held, and says what its rows get, behind the drop.
     *
     * @param all the operations, among them the new condition
     * @param replaced where a new condition is put that must allow a label for longer
     */
    public List<Operation> drop(
            ConstraintOperation.Drop drop, List<Operation> all, Map<Operation, Operation> replaced) {
        Optional<Table> live = inquiry.live().table(drop.table());
        if (live.isEmpty() || !(drop.constraint() instanceof Check before)) {
            return List.of(drop);
        }
        Labels was = Labels.of(before, live.get());
        for (Operation operation : all) {
            boolean partner = operation instanceof ConstraintOperation.Add add
                    && add.table().equals(drop.table())
                    && add.constraint() instanceof Check;
            if (partner) {
                ConstraintOperation.Add add = (ConstraintOperation.Add) operation;
                Labels is = Labels.of((Check) add.constraint(), live.get());
                if (was.column().equals(is.column())
                        && !was.values().isEmpty()
                        && !is.values().isEmpty()) {
                    Optional<List<Operation>> moved = new OrdinalConstants(inquiry).ask(drop.table(), was, is);
                    if (moved.isPresent()) {
                        List<Operation> operations = new ArrayList<>(List.of(drop));
                        operations.addAll(moved.get());
                        return operations;
                    }
                }
                if (!was.without(is).isEmpty()) {
                    Said said = labels().ask(drop.table(), was, is);
                    if (!said.kept().isEmpty()) {
                        replaced.put(add, new ConstraintOperation.Add(add.table(), allowing(add, is, said.kept())));
                    }
                    List<Operation> operations = new ArrayList<>(List.of(drop));
                    operations.addAll(said.updates());
                    return operations;
                }
            }
        }
        return List.of(drop);
    }

    /** MySQL's enum, whose type has the labels in it. */
    public List<Operation> alter(ColumnOperation.Alter alter) {
        SqlType before = alter.before().type();
        SqlType after = alter.after().type();
        if (before.kind() != Kind.ENUM || after.kind() != Kind.ENUM) {
            return List.of(alter);
        }
        String column = alter.after().name();
        Said said = labels().ask(
                        alter.table(),
                        new Labels(column, before.labels(), true),
                        new Labels(column, after.labels(), true));
        List<String> wanted = new ArrayList<>(after.labels());
        wanted.addAll(said.kept());
        ColumnOperation.Alter last = new ColumnOperation.Alter(
                alter.table(), alter.before(), alter.after().withType(SqlType.enumOf(wanted)));
        if (before.labels().containsAll(said.targets())) {
            List<Operation> operations = new ArrayList<>(said.updates());
            operations.add(last);
            return operations;
        }
        return wideningFirst(last, said.updates());
    }

    /** A label to be mapped to may be as new as the change: both are allowed while the rows are mapped. */
    private static List<Operation> wideningFirst(ColumnOperation.Alter alter, List<Operation> updates) {
        List<String> both = new ArrayList<>(alter.before().type().labels());
        alter.after().type().labels().stream()
                .filter(label -> !both.contains(label))
                .forEach(both::add);
        var wide = alter.before().withType(SqlType.enumOf(both));
        List<Operation> operations = new ArrayList<>();
        operations.add(new ColumnOperation.Alter(alter.table(), alter.before(), wide));
        operations.addAll(updates);
        operations.add(new ColumnOperation.Alter(alter.table(), wide, alter.after()));
        return operations;
    }

    private LabelInterview labels() {
        return new LabelInterview(inquiry);
    }

    /** The new condition with further labels at its end. */
    private Check allowing(ConstraintOperation.Add add, Labels is, List<String> kept) {
        Check check = (Check) add.constraint();
        String expression = check.expression();
        if (is.texts()) {
            int end = expression.lastIndexOf('\'') + 1;
            StringBuilder more = new StringBuilder();
            kept.forEach(label -> more.append(", ").append(inquiry.dialect().literal(label)));
            return new Check(check.name(), expression.substring(0, end) + more + expression.substring(end));
        }
        StringBuilder more = new StringBuilder("(" + expression + ")");
        kept.forEach(label -> more.append(" or ")
                .append(inquiry.sql(is.column()))
                .append(" = ")
                .append(label));
        return new Check(check.name(), more.toString());
    }
}
