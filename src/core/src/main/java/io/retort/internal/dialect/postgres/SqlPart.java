package io.retort.internal.dialect.postgres;

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
 * One statement of an operation that needs several.
 *
 * @param statement the statement
 * @param undo the statement that reverts it; empty if it needs none
 */
record SqlPart(Statement.Sql statement, Optional<Statement.Sql> undo) implements CustomOperation {

    static SqlPart of(Statement.Sql statement, String undo) {
        return new SqlPart(statement, Optional.of(new Statement.Sql(undo)));
    }

    static SqlPart of(String sql) {
        return new SqlPart(new Statement.Sql(sql), Optional.empty());
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(undo.<Operation>map(back -> new SqlPart(back, Optional.of(statement)))
                .orElseGet(() -> new DataOperation.Execute(
                        DataOperation.Execute.NOTHING, DataOperation.Execute.NOTHING, List.of())));
    }

    @Override
    public Snapshot applyTo(Snapshot schema) {
        return schema;
    }

    @Override
    public List<Statement> sql(Ddl ddl) {
        return List.of(statement);
    }

    @Override
    public JavaCall java() {
        return JavaCall.of("execute", statement.text());
    }

    @Override
    public String describe() {
        return "! sql " + statement.text();
    }
}
