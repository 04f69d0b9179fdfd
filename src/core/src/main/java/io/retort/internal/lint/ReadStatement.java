package io.retort.internal.lint;

import io.retort.internal.lint.rule.SqlAction;
import io.retort.operation.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * What a hand-written statement does, as far as rules are concerned.
 *
 * @param operations the operations that have the same effect on other sessions
 * @param actions what has no operation
 */
record ReadStatement(List<Operation> operations, List<SqlAction> actions) {

    /** A statement that no rule is about. */
    static final ReadStatement HARMLESS = new ReadStatement(List.of(), List.of());

    ReadStatement {
        operations = List.copyOf(operations);
        actions = List.copyOf(actions);
    }

    /** Returns what this statement and another do. */
    ReadStatement and(ReadStatement other) {
        List<Operation> more = new ArrayList<>(operations);
        more.addAll(other.operations);
        List<SqlAction> further = new ArrayList<>(actions);
        further.addAll(other.actions);
        return new ReadStatement(more, further);
    }

    static ReadStatement of(Operation... operations) {
        return new ReadStatement(List.of(operations), List.of());
    }

    static ReadStatement of(SqlAction action) {
        return new ReadStatement(List.of(), List.of(action));
    }
}
