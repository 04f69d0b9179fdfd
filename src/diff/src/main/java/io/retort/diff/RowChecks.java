package io.retort.diff;

import io.retort.dialect.Dialect;
import io.retort.operation.DataOperation.Execute;
import io.retort.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The statements of a comparison that fail if certain rows exist. Those of the upgrade come before every change, those of
 * the downgrade after it, also after other operations were added around them.
 */
final class RowChecks {

    private final List<Operation> first;
    private final List<Operation> last;

    /**
     * @param found the operations of the comparison
     * @param dialect recognises such a statement
     */
    RowChecks(List<Operation> found, Dialect dialect) {
        int begin = 0;
        while (begin < found.size() && isCheckOfUpgrade(found.get(begin), dialect)) {
            begin++;
        }
        int end = found.size();
        while (end > begin && isCheckOfDowngrade(found.get(end - 1), dialect)) {
            end--;
        }
        first = List.copyOf(found.subList(0, begin));
        last = List.copyOf(found.subList(end, found.size()));
    }

    private static boolean isCheckOfUpgrade(Operation operation, Dialect dialect) {
        return operation instanceof Execute execute
                && dialect.messageOfCheck(execute.sql()).isPresent();
    }

    private static boolean isCheckOfDowngrade(Operation operation, Dialect dialect) {
        return operation instanceof Execute execute
                && execute.isNothing()
                && execute.undo() != null
                && dialect.messageOfCheck(execute.undo()).isPresent();
    }

    /** Returns the operations with the checks outside all others. */
    List<Operation> around(List<Operation> operations) {
        List<Operation> others = new ArrayList<>(operations);
        others.removeAll(first);
        others.removeAll(last);
        return Stream.of(first, others, last).flatMap(List::stream).toList();
    }
}
