package io.retort.operation;

import io.retort.schema.QualifiedName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A column whose values come from a sequence.
 *
 * @param table the table
 * @param column the column, of an integer type
 */
public record NumberedColumn(QualifiedName table, String column) {

    static JavaCall with(JavaCall call, List<NumberedColumn> columns) {
        JavaCall all = call;
        for (NumberedColumn numbered : columns) {
            all = all.with(JavaCall.of("startAfter", numbered.table.toString(), numbered.column));
        }
        return all;
    }

    static String describe(List<NumberedColumn> columns) {
        return columns.isEmpty()
                ? ""
                : columns.stream()
                        .map(numbered -> numbered.table + "." + numbered.column)
                        .collect(Collectors.joining(", ", ", after the numbers of ", ""));
    }
}
