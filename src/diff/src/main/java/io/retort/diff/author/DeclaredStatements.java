package io.retort.diff.author;

import io.retort.operation.CustomOperation;
import io.retort.operation.Operation;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The statements of an upgrade with the {@code -- means:} lines that declare what they do to the schema: one block after the
 * last statement of each operation.
 *
 * <p>A block declares the statements above it up to an empty line. Statements whose effect is not declared are therefore
 * separated by one. An operation without statements on this product is declared with the statements before it, or with the
 * first ones.
 */
public final class DeclaredStatements {

    /** How a line that declares an operation begins. */
    public static final String PREFIX = "-- means: ";

    private final Map<Operation, String> texts = new IdentityHashMap<>();
    private final List<Operation> written = new ArrayList<>();
    private final List<Operation> early = new ArrayList<>();
    private boolean any;
    private boolean undeclared;

    /**
     * @param operations the operations of the upgrade
     * @param statements returns the statements of an operation
     */
    DeclaredStatements(List<Operation> operations, Function<Operation, List<String>> statements) {
        operations.forEach(operation -> texts.put(operation, text(operation, statements.apply(operation))));
    }

    /** Returns the lines of one of the operations. */
    String of(Operation operation) {
        return texts.getOrDefault(operation, "");
    }

    /** Returns the declared operations, in order. */
    List<Operation> written() {
        return List.copyOf(written);
    }

    private String text(Operation operation, List<String> statements) {
        Optional<List<Operation>> changes = expressible(operation);
        if (statements.isEmpty()) {
            return silent(changes.orElse(List.of()));
        }
        String lines = statements.stream().map(text -> text + ";").collect(Collectors.joining("\n"));
        boolean declares = changes.isPresent()
                && (operation.isHandWritten() || !changes.get().isEmpty());
        String separator = undeclared && declares ? "\n" : "";
        any = true;
        undeclared = changes.isEmpty();
        if (!declares) {
            return lines;
        }
        List<Operation> all = new ArrayList<>(early);
        early.clear();
        all.addAll(changes.get());
        return separator + lines + "\n" + declared(all);
    }

    /** Nothing can be declared after a statement whose own effect is not. */
    private String silent(List<Operation> changes) {
        if (!any) {
            early.addAll(changes);
            return "";
        }
        return undeclared || changes.isEmpty() ? "" : declared(changes);
    }

    /**
     * Returns the lines that declare what operations do to the schema, as far as it can be declared.
     *
     * @param operations the operations
     * @return the lines; empty text if there is nothing to declare
     */
    public static String lines(List<Operation> operations) {
        return operations.stream()
                .flatMap(operation -> expressible(operation).orElse(List.of()).stream())
                .map(DeclaredStatements::lines)
                .collect(Collectors.joining("\n"));
    }

    private static Optional<List<Operation>> expressible(Operation operation) {
        return operation
                .schemaChanges()
                .filter(changes -> changes.stream().noneMatch(CustomOperation.class::isInstance));
    }

    private String declared(List<Operation> changes) {
        written.addAll(changes);
        return block(changes);
    }

    /** Returns the lines that declare these operations. */
    static String block(List<Operation> changes) {
        return changes.isEmpty()
                ? PREFIX.strip()
                : changes.stream().map(DeclaredStatements::lines).collect(Collectors.joining("\n"));
    }

    /** A dollar sign before a brace would begin a placeholder. */
    private static String lines(Operation change) {
        String source = change.java().source(PREFIX.length()) + ";";
        return source.replace("${", "\\u0024{")
                .lines()
                .map(line -> PREFIX + (line.startsWith(" ") ? line.substring(PREFIX.length()) : line))
                .collect(Collectors.joining("\n"));
    }
}
