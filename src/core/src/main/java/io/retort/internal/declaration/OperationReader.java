package io.retort.internal.declaration;

import io.retort.migration.Operations;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads operations from text, as {@link io.retort.operation.JavaCall#source(int)} writes them.
 *
 * <pre>{@code
 * OperationReader.read("addColumn(\"customer\", column(\"fax\", varchar(20)));", offset -> "Line 1 of x.sql");
 * }</pre>
 */
public final class OperationReader {

    private OperationReader() {}

    /**
     * Reads calls of {@link Operations} without its object, each with a semicolon at its end; the last semicolon can be
     * missing.
     *
     * @param text the calls; blank for none
     * @param place describes an offset in the text, as the subject of a sentence: {@code Line 3 of x.sql}
     * @throws io.retort.error.RetortException if the text is anything but such calls with valid literal arguments
     */
    public static List<Operation> read(String text, SourcePlaces place) {
        SourceErrors errors = new SourceErrors(place);
        List<Operation> operations = new ArrayList<>();
        for (OperationCall call : CallParser.parse(text, errors)) {
            operations.addAll(operations(call, errors));
        }
        return List.copyOf(operations);
    }

    /**
     * Reads calls of {@link Operations}, as {@link #read} does.
     *
     * @return adds the operations
     * @throws io.retort.error.RetortException as for {@link #read}
     */
    public static Consumer<Operations> calls(String text, SourcePlaces place) {
        SourceErrors errors = new SourceErrors(place);
        List<OperationCall> calls = CallParser.parse(text, errors);
        return op -> calls.forEach(call -> call.addTo(op, errors));
    }

    /**
     * Reads calls that declare changes to the schema.
     *
     * @param text the calls; blank for none
     * @param place describes an offset in the text, as the subject of a sentence
     * @return adds the operations
     * @throws io.retort.error.RetortException as for {@link #read}, and if an operation changes rows or is SQL
     */
    public static Consumer<Operations> schemaChanges(String text, SourcePlaces place) {
        SourceErrors errors = new SourceErrors(place);
        List<OperationCall> calls = CallParser.parse(text, errors);
        for (OperationCall call : calls) {
            if (operations(call, errors).stream().anyMatch(DataOperation.class::isInstance)) {
                throw errors.at(
                        call.at(),
                        "declares " + call.method() + "(...), which does not change the schema",
                        "Remove it: only operations on tables, columns, constraints, indexes, sequences and enum types"
                                + " are declared.");
            }
        }
        return op -> calls.forEach(call -> call.addTo(op, errors));
    }

    private static List<Operation> operations(OperationCall call, SourceErrors errors) {
        return Operations.collect(op -> call.addTo(op, errors));
    }
}
