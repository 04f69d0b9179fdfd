package io.retort.diff.author.tool;

import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.TypeOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person has to know before running the reverse of an operation that adds values to an enum type. */
record RemovedEnumValues() implements OperationVisitor.Selective<Optional<String>> {

    @Override
    public Optional<String> alterEnum(TypeOperation.Alter alter) {
        List<String> removed = new ArrayList<>(alter.after().values());
        removed.removeAll(alter.before().values());
        return removed.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "An enum type cannot lose a value, so " + alter.before().name()
                                + " is created again without " + String.join(", ", removed)
                                + ". This fails if a row still contains such a value.");
    }

    @Override
    public Optional<String> other(Operation operation) {
        return Optional.empty();
    }
}
