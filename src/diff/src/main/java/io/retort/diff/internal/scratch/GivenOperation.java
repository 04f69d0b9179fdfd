package io.retort.diff.internal.scratch;

import io.retort.migration.Operations;
import io.retort.operation.CustomOperation;
import io.retort.operation.Ddl;
import io.retort.operation.JavaCall;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.schema.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * An operation as a custom one, which {@link Operations} accepts as it is.
 *
 * @param operation the operation
 */
public record GivenOperation(Operation operation) implements CustomOperation {

    @Override
    public Optional<Operation> reverse() {
        return operation.reverse();
    }

    @Override
    public Snapshot applyTo(Snapshot schema) {
        return operation.applyTo(schema);
    }

    @Override
    public List<Statement> sql(Ddl ddl) {
        return operation.sql(ddl);
    }

    @Override
    public JavaCall java() {
        return operation.java();
    }

    @Override
    public String describe() {
        return operation.describe();
    }
}
