package io.retort.diff;

import io.retort.operation.CustomOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.Ddl;
import io.retort.operation.JavaCall;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.schema.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * Java code of a replaced revision in a squash. A file cannot contain the code of another one, so a person has to copy
 * it. Until then the squash fails.
 *
 * @param revision the id of the revision with the code
 * @param work the code
 */
record CopiedWork(String revision, DataOperation.Work work) implements CustomOperation {

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(
                new DataOperation.Execute(DataOperation.Execute.NOTHING, DataOperation.Execute.NOTHING, List.of()));
    }

    @Override
    public Snapshot applyTo(Snapshot schema) {
        return work.applyTo(schema);
    }

    @Override
    public List<Statement> sql(Ddl ddl) {
        return work.sql(ddl);
    }

    @Override
    public JavaCall java() {
        return JavaCall.of(
                "work",
                work.name(),
                JavaCall.raw("connection -> { throw new UnsupportedOperationException(\"copy the code of revision "
                        + revision + "\"); }"));
    }

    @Override
    public String describe() {
        return work.describe();
    }
}
