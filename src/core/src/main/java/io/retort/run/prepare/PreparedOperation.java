package io.retort.run.prepare;

import io.retort.operation.Operation;
import io.retort.operation.Statement;
import java.util.List;

/**
 * An operation and what it sends.
 *
 * @param operation what the migration said
 * @param statements what the database is told, in order
 */
public record PreparedOperation(Operation operation, List<Statement> statements) {

    public PreparedOperation {
        statements = List.copyOf(statements);
    }
}
