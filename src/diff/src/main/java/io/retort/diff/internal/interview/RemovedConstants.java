package io.retort.diff.internal.interview;

import io.retort.diff.internal.interview.RemovedConstantInterview.Answered;
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
import java.util.Set;

/**
 * Asks about enum constants that were removed while rows still contain them.
 */
final class RemovedConstants {

    private final ReviewContext inquiry;

    /**
     * @param inquiry the context of the questions
     */
    RemovedConstants(ReviewContext inquiry) {
        this.inquiry = inquiry;
    }

    /**
     * Handles a check constraint over the constants of a column that is replaced by one with fewer constants. Asks
     * about each removed constant that rows contain, and updates these rows after the drop.
     *
     * @param drop the drop of the old check constraint
     * @param all all operations, which include the new check constraint
     * @param replaced receives what replaces a new check constraint that has to allow a constant for longer
     * @return the operations that replace the drop
     */
    public List<Operation> drop(
            ConstraintOperation.Drop drop, List<Operation> all, Map<Operation, List<Operation>> replaced) {
        Optional<Table> live = inquiry.live().table(drop.table());
        if (live.isEmpty() || !(drop.constraint() instanceof Check before)) {
            return List.of(drop);
        }
        CheckedValues was = CheckedValues.of(before, live.get());
        for (Operation operation : all) {
            if (operation instanceof ConstraintOperation.Add add
                    && add.table().equals(drop.table())
                    && add.constraint() instanceof Check after) {
                CheckedValues is = CheckedValues.of(after, live.get());
                Optional<List<Operation>> answered = renumbered(drop, was, is);
                if (answered.isEmpty()) {
                    answered = replacing(drop, add, was, is, all, replaced);
                }
                if (answered.isPresent()) {
                    return answered.get();
                }
            }
        }
        return List.of(drop);
    }

    /** Asks about the ordinals of constants; empty if there is nothing to ask. */
    private Optional<List<Operation>> renumbered(ConstraintOperation.Drop drop, CheckedValues was, CheckedValues is) {
        if (!was.column().equals(is.column())
                || was.values().isEmpty()
                || is.values().isEmpty()) {
            return Optional.empty();
        }
        return new OrdinalConstants(inquiry).ask(drop.table(), was, is).map(moved -> followed(drop, moved));
    }

    /** Asks about the rows with removed constants; empty if none is removed. */
    private Optional<List<Operation>> replacing(
            ConstraintOperation.Drop drop,
            ConstraintOperation.Add add,
            CheckedValues was,
            CheckedValues is,
            List<Operation> all,
            Map<Operation, List<Operation>> replaced) {
        if (was.without(is).isEmpty()) {
            return Optional.empty();
        }
        Answered answered = labels().ask(drop.table(), was, is);
        if (!answered.kept().isEmpty()) {
            Check allowing = allowing(add, is, answered.kept());
            if (answered.updates().isEmpty() && isSame(drop, allowing, was, all)) {
                replaced.put(add, List.of());
                return Optional.of(List.of());
            }
            replaced.put(add, List.of(new ConstraintOperation.Add(add.table(), allowing)));
        }
        return Optional.of(followed(drop, answered.updates()));
    }

    private static List<Operation> followed(Operation first, List<? extends Operation> others) {
        List<Operation> operations = new ArrayList<>(List.of(first));
        operations.addAll(others);
        return operations;
    }

    /** Whether the constraint stays as it is: an earlier answer has already kept the constants. */
    private boolean isSame(ConstraintOperation.Drop drop, Check allowing, CheckedValues was, List<Operation> all) {
        CheckedValues after =
                CheckedValues.of(allowing, inquiry.live().table(drop.table()).orElseThrow());
        boolean altered = all.stream()
                .anyMatch(operation -> operation instanceof ColumnOperation.Alter alter
                        && alter.table().equals(drop.table())
                        && alter.after().name().equals(was.column()));
        return !altered && Set.copyOf(after.values()).equals(Set.copyOf(was.values()));
    }

    /**
     * Handles columns whose type contains the constants, such as {@code enum ('A', 'B')} of MySQL.
     *
     * @param alter the change of the column
     * @return the operations that replace the change
     */
    public List<Operation> alter(ColumnOperation.Alter alter) {
        SqlType before = alter.before().type();
        SqlType after = alter.after().type();
        if (before.kind() != Kind.ENUM || after.kind() != Kind.ENUM) {
            return List.of(alter);
        }
        String column = alter.after().name();
        Answered answered = labels().ask(
                        alter.table(),
                        new CheckedValues(column, before.values(), true),
                        new CheckedValues(column, after.values(), true));
        List<String> wanted = new ArrayList<>(after.values());
        wanted.addAll(answered.kept());
        ColumnOperation.Alter last = new ColumnOperation.Alter(
                alter.table(), alter.before(), alter.after().withType(after.withValues(wanted)));
        if (before.values().containsAll(answered.targets())) {
            List<Operation> operations = new ArrayList<>(answered.updates());
            operations.add(last);
            return operations;
        }
        return wideningFirst(last, answered.updates());
    }

    /** The target constant may be new, so the type allows old and new constants while the rows are updated. */
    private static List<Operation> wideningFirst(ColumnOperation.Alter alter, List<Operation> updates) {
        List<String> both = new ArrayList<>(alter.before().type().values());
        alter.after().type().values().stream()
                .filter(label -> !both.contains(label))
                .forEach(both::add);
        var wide = alter.before().withType(alter.before().type().withValues(both));
        List<Operation> operations = new ArrayList<>();
        operations.add(new ColumnOperation.Alter(alter.table(), alter.before(), wide));
        operations.addAll(updates);
        operations.add(new ColumnOperation.Alter(alter.table(), wide, alter.after()));
        return operations;
    }

    private RemovedConstantInterview labels() {
        return new RemovedConstantInterview(inquiry);
    }

    /** The new check constraint, which additionally allows some constants. */
    private Check allowing(ConstraintOperation.Add add, CheckedValues is, List<String> kept) {
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
