package io.retort.diff.question;

import io.retort.operation.DataOperation;
import io.retort.operation.DataOperation.Execute;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Statements that fail while there are values that do not survive. They run before anything is changed, in an upgrade and in
 * a downgrade: a product that commits each change cannot take back those in front of them.
 */
final class Guards {

    private final Set<Operation> upward = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Operation> downward = Collections.newSetFromMap(new IdentityHashMap<>());

    /** A statement of the upgrade. */
    Operation up(String sql) {
        Operation guard = new Execute(sql, Execute.NOTHING, Statement.Sql.ANY);
        upward.add(guard);
        return guard;
    }

    /** A statement of the downgrade. */
    Operation down(String sql) {
        Operation guard = new Execute(Execute.NOTHING, sql, Statement.Sql.ANY);
        downward.add(guard);
        return guard;
    }

    /**
     * The operations with those of the upgrade in front and those of the downgrade, which runs from the end, last. Only what
     * changes rows stays in front of the statements that look at them.
     */
    public List<Operation> first(List<Operation> operations) {
        List<Operation> placed = new ArrayList<>();
        List<Operation> last = new ArrayList<>();
        int front = 0;
        for (Operation operation : operations) {
            if (downward.contains(operation)) {
                last.add(operation);
            } else if (upward.contains(operation)) {
                placed.add(front++, operation);
            } else {
                placed.add(operation);
                front = operation instanceof DataOperation rows && !rows.isNothing() ? placed.size() : front;
            }
        }
        placed.addAll(last);
        return placed;
    }
}
