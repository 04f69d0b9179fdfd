package io.retort.diff.faithful;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.operation.ConstraintOperation;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The expected operations. The description of each operation starts with an expected text, and there is no further one.
 * A key or check constraint that is dropped and restored unchanged does not count. Quotes and case of names depend on
 * the product and are ignored.
 */
record Expectation(List<String> beginnings) {

    static Expectation of(List<String> beginnings) {
        return new Expectation(beginnings);
    }

    void holdsFor(List<Operation> operations) {
        List<String> said = found(operations).stream()
                .map(Operation::describe)
                .map(text -> text.replace("\"", "").toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
        List<String> expected = beginnings.stream()
                .map(text -> text.replace("\"", "").toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
        boolean fits = said.size() == expected.size();
        for (int i = 0; fits && i < said.size(); i++) {
            fits = said.get(i).startsWith(expected.get(i));
        }
        if (!fits) {
            assertThat(said).containsExactlyElementsOf(expected);
        }
    }

    private static List<Operation> found(List<Operation> operations) {
        List<Operation> found = new ArrayList<>();
        operations.forEach(operation -> found.addAll(changes(operation)));
        for (Operation operation : List.copyOf(found)) {
            if (operation instanceof ConstraintOperation.Drop drop
                    && drop.reverse().filter(found::contains).isPresent()) {
                found.remove(drop);
                found.remove(drop.reverse().orElseThrow());
            }
        }
        return found;
    }

    /** A rebuild counts as the changes that it makes. */
    private static List<Operation> changes(Operation operation) {
        return operation instanceof TableOperation.Rebuild rebuild ? rebuild.changes() : List.of(operation);
    }
}
