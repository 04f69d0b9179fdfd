package io.retort.migration;

import io.retort.operation.Operation;
import java.util.List;

/**
 * Edits the operations of a generated revision before it is written. An application can define several, in an order.
 *
 * <p>It receives the operations that the comparison of entities and database found, after all questions are answered.
 * It returns the operations to write: fewer, more or different ones. The command {@code check} applies it, too, so an
 * operation that it removes is not reported as a difference. It is called when a revision is generated, never when one
 * runs.
 *
 * <pre>{@code
 * RevisionRewriter withoutAuditTables = operations -> operations.stream()
 *         .filter(operation -> operation.subject().stream().noneMatch(table -> table.name().endsWith("_aud")))
 *         .toList();
 * }</pre>
 */
@FunctionalInterface
public interface RevisionRewriter {

    /**
     * Returns the operations to write, in the order in which they run.
     *
     * @param operations the operations that the comparison found
     */
    List<Operation> rewrite(List<Operation> operations);
}
