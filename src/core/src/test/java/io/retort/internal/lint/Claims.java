package io.retort.internal.lint;

import io.retort.dialect.Dialect;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.lint.rule.ServerVersion;
import io.retort.internal.lint.rule.Violation;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.run.PreparedStep.PreparedOperation;
import io.retort.schema.Snapshot;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What the rules claim about an operation on a server, without regard to the sizes of tables. */
record Claims(Dialect dialect, ServerVersion version) {

    static Claims on(TestDb db) throws SQLException {
        try (Connection connection = db.connect()) {
            return new Claims(
                    Dialects.of(connection),
                    ServerVersion.parse(connection.getMetaData().getDatabaseProductVersion()));
        }
    }

    List<Violation> of(List<Operation> before, Operation operation) {
        Snapshot schema = Operation.apply(before, Snapshot.EMPTY);
        Server server = new Server(dialect, version, Map.of(), TableSizes.UNKNOWN);
        SchemaState state = new SchemaState(server, () -> schema);
        return new OperationJudge(server, state, state.after(List.of(operation))).judge(prepared(operation));
    }

    PreparedOperation prepared(Operation operation) {
        return new PreparedOperation(operation, statements(operation), dialect.syntax());
    }

    List<Statement> statements(Operation operation) {
        return operation.sql(dialect.ddl());
    }
}
