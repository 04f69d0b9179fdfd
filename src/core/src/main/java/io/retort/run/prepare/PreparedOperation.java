package io.retort.run.prepare;

import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.sql.SqlSyntax;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * An operation and what it sends.
 *
 * @param operation what the migration said
 * @param statements what the database is told, in order
 * @param line tells the line of the revision's file on which it begins; 0 if that is not known
 * @param syntax how the database reads the statements
 */
public record PreparedOperation(Operation operation, List<Statement> statements, IntSupplier line, SqlSyntax syntax) {

    public PreparedOperation {
        statements = List.copyOf(statements);
    }

    public PreparedOperation(Operation operation, List<Statement> statements, SqlSyntax syntax) {
        this(operation, statements, () -> 0, syntax);
    }
}
