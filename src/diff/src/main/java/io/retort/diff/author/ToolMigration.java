package io.retort.diff.author;

import io.retort.dialect.Dialect;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.sql.SqlLexer;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A migration as statements of one product, for files that another tool runs.
 *
 * @param draft the message, the creation time and the remarks
 * @param operations the operations, in executable order
 * @param irreversible whether the migration can have no reverse
 * @param dialect the product
 */
public record ToolMigration(Draft draft, List<Operation> operations, boolean irreversible, Dialect dialect) {

    /** Copies the list. */
    public ToolMigration {
        operations = List.copyOf(operations);
    }

    /**
     * Consecutive operations that run in the same way.
     *
     * @param operations what they do
     * @param up the statements, without semicolons at their ends
     * @param down the statements that revert them
     * @param reversible whether {@code down} reverts them; false if they cannot be reverted
     * @param transactional whether {@code up} can run in a transaction
     * @param reverseTransactional whether {@code down} can run in a transaction
     */
    public record Part(
            List<Operation> operations,
            List<String> up,
            List<String> down,
            boolean reversible,
            boolean transactional,
            boolean reverseTransactional) {}

    /** Returns the operations in as few parts as possible, so that no part mixes statements in and outside a transaction. */
    public List<Part> parts() {
        return parts(operation -> isTransactional(List.of(operation)));
    }

    /**
     * Returns the operations in as few parts as possible.
     *
     * @param kind returns the same value for operations that can be in one part; null if an operation needs a part of
     *     its own
     */
    public List<Part> parts(Function<Operation, ?> kind) {
        List<List<Operation>> groups = new ArrayList<>();
        Object previous = null;
        for (Operation operation : operations) {
            Object own = kind.apply(operation);
            if (groups.isEmpty() || own == null || !Objects.equals(previous, own)) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(operation);
            previous = own;
        }
        return groups.stream()
                .map(this::part)
                .filter(part -> !part.up().isEmpty() || !part.down().isEmpty())
                .toList();
    }

    /** Returns whether all statements of some operations can run in a transaction. */
    public boolean isTransactional(List<Operation> some) {
        return some.stream()
                .flatMap(operation -> operation.sql(dialect.ddl()).stream())
                .allMatch(Statement::transactional);
    }

    /**
     * Returns the statements of an operation and of its reverse.
     *
     * @param operation one of the operations
     */
    public List<String> statements(Operation operation) {
        Part part = part(List.of(operation));
        List<String> all = new ArrayList<>(part.up());
        all.addAll(part.down());
        return all;
    }

    /** Returns whether a statement contains a semicolon outside strings, quoted names and comments. */
    public boolean hasBody(String statement) {
        SqlLexer lexer = new SqlLexer(statement, dialect.syntax());
        while (lexer.advance()) {
            if (lexer.kind() == SqlLexer.Kind.SEMICOLON) {
                return true;
            }
        }
        return false;
    }

    private Part part(List<Operation> some) {
        boolean oneWay = irreversible && Operation.reverse(some).isEmpty();
        Draft filled = oneWay ? draft.oneWay(some) : draft.reversing(some);
        return new Part(
                some,
                texts(filled.up()),
                texts(filled.down()),
                !oneWay,
                isTransactional(filled.up()),
                isTransactional(filled.down()));
    }

    private List<String> texts(List<Operation> some) {
        return some.stream()
                .flatMap(
                        operation -> operation.sql(dialect.ddl()).stream().map(statement -> text(operation, statement)))
                .toList();
    }

    private static String text(Operation operation, Statement statement) {
        if (statement instanceof Statement.Backfill backfill) {
            return backfill.text();
        }
        if (!(statement instanceof Statement.Sql sql)) {
            throw new RetortException(
                    "This change needs Java code while it runs, and an SQL file cannot contain it: "
                            + operation.describe(),
                    Advice.of(
                            "Write this change by hand for your migration tool, or as a migration in Java. To leave it"
                                    + " out of the comparison: ",
                            Advice.setting("exclude"),
                            "."));
        }
        if (sql.expectedRows() != Statement.Sql.ANY) {
            throw new RetortException(
                    "An SQL file of another tool cannot check how many rows a statement changes: "
                            + operation.describe(),
                    "Remove the expected number of rows from the operation.");
        }
        return sql.text();
    }
}
