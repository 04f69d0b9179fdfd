package io.retort.operation;

import io.retort.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * An operation of your own, for example for views, triggers or extensions. It is planned, scripted, reversed and
 * described like the operations of Retort.
 *
 * <pre>{@code
 * public record View(String name, String query, boolean present) implements CustomOperation {
 *
 *     public Optional<Operation> reverse() {
 *         return Optional.of(new View(name, query, !present));
 *     }
 *
 *     public Snapshot applyTo(Snapshot schema) {
 *         return schema;
 *     }
 *
 *     public List<Statement> sql(Ddl ddl) {
 *         String sql = present ? "create view " + name + " as " + query : "drop view " + name;
 *         return List.of(new Statement.Sql(sql));
 *     }
 *
 *     public JavaCall java() {
 *         String arguments = JavaLiteral.of(name) + ", " + JavaLiteral.of(query) + ", " + present;
 *         return JavaCall.of("custom", JavaCall.raw("new " + getClass().getName() + "(" + arguments + ")"));
 *     }
 *
 *     public String describe() {
 *         return (present ? "+" : "-") + " view " + name;
 *     }
 * }
 * }</pre>
 */
public non-sealed interface CustomOperation extends Operation {

    @Override
    default Optional<QualifiedName> alteredTable() {
        return Optional.empty();
    }

    @Override
    default boolean isHandWritten() {
        return true;
    }

    /** No value, because a revision file in SQL cannot contain the class of this operation. */
    @Override
    default Optional<List<Operation>> schemaChanges() {
        return Optional.empty();
    }

    @Override
    default <R> R accept(OperationVisitor<R> visitor) {
        return visitor.custom(this);
    }
}
