package io.retort.diff.custom;

import io.retort.operation.CustomOperation;
import io.retort.operation.Ddl;
import io.retort.operation.JavaCall;
import io.retort.operation.JavaLiteral;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.schema.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * Creates or drops a view.
 *
 * @param name the name of the view
 * @param query the query of the view
 * @param present whether the view exists after this operation
 */
public record View(String name, String query, boolean present) implements CustomOperation {

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new View(name, query, !present));
    }

    @Override
    public Snapshot applyTo(Snapshot schema) {
        return schema;
    }

    @Override
    public List<Statement> sql(Ddl ddl) {
        return List.of(new Statement.Sql(present ? "create view " + name + " as " + query : "drop view " + name));
    }

    @Override
    public JavaCall java() {
        String call = "new " + getClass().getName() + "(" + JavaLiteral.of(name) + ", " + JavaLiteral.of(query) + ", "
                + present + ")";
        return JavaCall.of("custom", JavaCall.raw(call));
    }

    @Override
    public String describe() {
        return (present ? "+" : "-") + " view " + name;
    }
}
