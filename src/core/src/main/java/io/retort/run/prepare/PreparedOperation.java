package io.retort.run.prepare;

import io.retort.operation.Operation;
import io.retort.operation.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation and what it sends.
 *
 * @param operation what the migration said
 * @param statements what the database is told, in order
 * @param line the line of the revision's file on which it begins; null if that is not known
 */
public record PreparedOperation(
        Operation operation,
        List<Statement> statements,
        @Nullable Integer line) {

    public PreparedOperation {
        statements = List.copyOf(statements);
    }
}
