package io.retort.run;

import io.retort.lint.Waiver;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.sql.SqlSyntax;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * An operation with its statements.
 *
 * @param operation the operation
 * @param statements the statements, in order
 * @param line supplies the line of the revision file on which the operation begins; 0 if unknown
 * @param syntax how the database reads the statements
 * @param waivers the lint findings that the revision accepts for this operation
 */
public record PreparedOperation(
        Operation operation, List<Statement> statements, IntSupplier line, SqlSyntax syntax, List<Waiver> waivers) {

    public PreparedOperation {
        statements = List.copyOf(statements);
        waivers = List.copyOf(waivers);
    }

    /** Creates an operation whose line is unknown. */
    public PreparedOperation(Operation operation, List<Statement> statements, SqlSyntax syntax) {
        this(operation, statements, () -> 0, syntax, List.of());
    }
}
