package io.retort.operation.golden;

import io.retort.dialect.Dialect;
import io.retort.error.RetortException;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The content of a golden file: an operation and its reverse as Java, as a description and as SQL. */
final class Golden {

    private Golden() {}

    static String java(Operation operation) {
        return both(operation, "// reverse", o -> o.java().source("op", 0) + ";\n");
    }

    static String text(Operation operation) {
        return both(operation, "reverse:", o -> o.describe() + "\n");
    }

    static String sql(Operation operation, Dialect dialect) {
        return both(operation, "-- reverse", o -> said(o, dialect));
    }

    private static String both(Operation operation, String heading, Function<Operation, String> say) {
        return say.apply(operation) + "\n" + heading + "\n"
                + operation.reverse().map(say).orElse("none\n");
    }

    private static String said(Operation operation, Dialect dialect) {
        try {
            List<Statement> statements = operation.sql(dialect.ddl());
            return statements.isEmpty()
                    ? "-- nothing to do\n"
                    : statements.stream().map(Golden::line).collect(Collectors.joining());
        } catch (RetortException e) {
            return "-- refused: " + e.what() + "\n-- " + e.action() + "\n";
        }
    }

    private static String line(Statement statement) {
        if (statement instanceof Statement.Backfill backfill) {
            return "-- in a script:\n" + backfill.inScript().terminated() + "\n";
        }
        if (!(statement instanceof Statement.Sql sql)) {
            return "-- Java code\n";
        }
        return (sql.transactional() ? "" : "-- outside a transaction\n")
                + (sql.expectedRows() == null ? "" : "-- rows: " + sql.expectedRows() + "\n")
                + sql.text() + ";\n";
    }
}
