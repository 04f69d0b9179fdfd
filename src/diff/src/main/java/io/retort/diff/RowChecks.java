package io.retort.diff;

import io.retort.dialect.Dialect;
import io.retort.operation.DataOperation.Execute;
import io.retort.operation.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
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
        first = found.stream()
                .takeWhile(operation -> operation instanceof Execute execute
                        && dialect.messageOfCheck(execute.sql()).isPresent())
                .toList();
        List<Operation> backwards = new ArrayList<>(found);
        Collections.reverse(backwards);
        last = backwards.stream()
                .takeWhile(operation -> operation instanceof Execute execute
                        && execute.isNothing()
                        && dialect.messageOfCheck(Objects.requireNonNullElse(execute.undo(), Execute.NOTHING))
                                .isPresent())
                .collect(Collectors.collectingAndThen(Collectors.toList(), list -> {
                    Collections.reverse(list);
                    return list;
                }));
    }

    /** Returns the operations with the checks outside all others. */
    List<Operation> around(List<Operation> operations) {
        List<Operation> others = new ArrayList<>(operations);
        others.removeAll(first);
        others.removeAll(last);
        return Stream.of(first, others, last).flatMap(List::stream).toList();
    }
}
