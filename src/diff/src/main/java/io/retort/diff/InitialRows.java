package io.retort.diff;

import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rows that a new table needs before its first use, such as the counter row of a table generator. */
final class InitialRows {

    private InitialRows() {}

    /** Returns the operations, with the initial rows of each new table inserted after its creation. */
    static List<Operation> with(List<Operation> operations, Map<QualifiedName, List<String>> rows) {
        List<Operation> all = new ArrayList<>();
        for (Operation operation : operations) {
            all.add(operation);
            if (operation instanceof TableOperation.Create create) {
                QualifiedName table = create.table().name();
                rows.getOrDefault(table, List.of()).forEach(insert -> all.add(execute(insert, table)));
            }
        }
        return all;
    }

    private static Operation execute(String insert, QualifiedName table) {
        return new DataOperation.Execute(insert, "delete from " + table);
    }
}
