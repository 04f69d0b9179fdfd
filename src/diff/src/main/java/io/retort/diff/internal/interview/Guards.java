package io.retort.diff.internal.interview;

import io.retort.dialect.Dialect;
import io.retort.operation.DataOperation;
import io.retort.operation.DataOperation.Execute;
import io.retort.operation.Operation;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Statements that fail while there are values that do not survive. They run before anything is changed, in an upgrade
 * and in a downgrade. A product that commits each change cannot revert those before them, and neither can a revision
 * without a transaction.
 *
 * <p>Before the first change, tables and columns still have their former names. Only a check of rows that the revision
 * itself moves has to wait for them.
 */
final class Guards {

    private final Dialect dialect;
    private final AcceptedRenames renaming;
    private final Predicate<QualifiedName> moving;
    private final Map<Operation, Check> upward = new IdentityHashMap<>();
    private final Set<Operation> downward = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Operation> early = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, List<String>> replaced = new HashMap<>();
    private final List<Operation> first = new ArrayList<>();
    private final List<Operation> last = new ArrayList<>();

    /**
     * @param dialect the dialect of the database
     * @param renaming maps new names to the names in the database
     * @param moving whether the revision moves rows into a table, or out of it
     */
    Guards(Dialect dialect, AcceptedRenames renaming, Predicate<QualifiedName> moving) {
        this.dialect = dialect;
        this.renaming = renaming;
        this.moving = moving;
    }

    /** What a statement checks; {@code %s} is the column in the condition, and table and column in the message. */
    private record Check(QualifiedName table, String column, String condition, String message) {

        Execute statement(Dialect dialect) {
            return new Execute(
                    dialect.failIfAny(
                            table,
                            condition.replace("%s", dialect.identifiers().sql(column)),
                            message.replace("%s", table + "." + column)),
                    Execute.NOTHING);
        }
    }

    /** Whether the check of a table can run before the first change. */
    boolean runFirst(QualifiedName table) {
        return !moving.test(table);
    }

    /**
     * A statement of the upgrade.
     *
     * @param table the table, after the renames
     * @param column the column, after the renames
     * @param condition selects the values that do not survive, with {@code %s} for the column
     * @param message what is wrong with them, with {@code %s} for table and column
     */
    Operation up(QualifiedName table, String column, String condition, String message) {
        Check check = new Check(table, column, condition, message);
        Operation guard = check.statement(dialect);
        upward.put(guard, check);
        return guard;
    }

    /** A statement of the downgrade, with the same parameters. */
    Operation down(QualifiedName table, String column, String condition, String message) {
        Operation guard = new Check(table, column, condition, message)
                .statement(dialect)
                .reverse()
                .orElseThrow();
        downward.add(guard);
        return guard;
    }

    /**
     * Lets the checks of the upgrade run first although rows of the table are moved, because they concern the rows that
     * are there before. A downgrade checks them where they stand, after it has moved the rows back.
     */
    void beforeMoves(List<Operation> operations) {
        for (Operation operation : operations) {
            if (upward.containsKey(operation)) {
                early.add(operation);
            }
            downward.remove(operation);
        }
    }

    /** Values that the revision replaces before the type changes, so that the check ignores them. */
    void ignore(QualifiedName table, String column, String condition) {
        replaced.computeIfAbsent(table + "." + column, name -> new ArrayList<>())
                .add(condition);
    }

    /** Returns the operations without those that {@link #around} adds. The others follow the changes of their rows. */
    List<Operation> placed(List<Operation> operations) {
        List<Operation> placed = new ArrayList<>();
        int front = 0;
        for (Operation operation : operations) {
            Check check = upward.get(operation);
            if (downward.contains(operation)) {
                last.add(operation);
            } else if (check == null) {
                placed.add(operation);
                front = operation instanceof DataOperation rows && !rows.isNothing() ? placed.size() : front;
            } else if (runFirst(check.table()) || early.contains(operation)) {
                first.add(beforeTheRenames(check).statement(dialect));
            } else {
                placed.add(front++, operation);
            }
        }
        return placed;
    }

    /** Returns the operations after the checks of the upgrade, and before those of the downgrade, which runs from the end. */
    List<Operation> around(List<Operation> operations) {
        List<Operation> all = new ArrayList<>(first);
        all.addAll(operations);
        all.addAll(last);
        return all;
    }

    private Check beforeTheRenames(Check check) {
        StringBuilder condition = new StringBuilder(check.condition());
        replaced.getOrDefault(check.table() + "." + check.column(), List.of())
                .forEach(values -> condition
                        .insert(0, "(")
                        .append(") and not (")
                        .append(values)
                        .append(")"));
        return new Check(
                renaming.original(check.table()),
                renaming.original(check.table(), check.column()),
                condition.toString(),
                check.message());
    }
}
