package io.retort.fuzz.run;

import io.retort.Retort;
import io.retort.diff.HistoryComparison;
import io.retort.diff.HistoryReplay;
import io.retort.diff.author.Difference;
import io.retort.diff.author.ReplayResult;
import io.retort.internal.dialect.Dialects;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.Operation;
import io.retort.schema.Constraint.Check;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The schema that a history computes is the model of the entities, and the schema that a database has after it.
 *
 * @param retort the history
 */
record HistorySchemaLaw(Retort retort) {

    /**
     * Compares with the model of the entities.
     *
     * @param application the entities
     * @param database a database of the product; its schema is not read
     * @return the differences, one line each
     */
    List<String> againstModel(Application application, DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Difference difference =
                    new HistoryComparison(Dialects.of(connection), application.captured(), retort).get();
            List<String> lines = new ArrayList<>();
            boolean hasChecks = hasChecks(connection.getMetaData());
            difference.operations().stream()
                    .filter(operation -> hasChecks || !isAboutCheck(operation))
                    .map(Operation::describe)
                    .forEach(lines::add);
            lines.addAll(difference.skipped());
            return lines;
        }
    }

    /** MySQL ignores check constraints before 8.0.16, so that no comparison with the database writes them. */
    private static boolean hasChecks(DatabaseMetaData server) throws SQLException {
        String[] version = server.getDatabaseProductVersion().split("[.-]");
        return !server.getDatabaseProductName().equals("MySQL")
                || !(version[0] + "." + version[1]).equals("8.0")
                || Integer.parseInt(version[2]) >= 16;
    }

    private static boolean isAboutCheck(Operation operation) {
        return operation instanceof ConstraintOperation.Add add && add.constraint() instanceof Check
                || operation instanceof ConstraintOperation.Drop drop && drop.constraint() instanceof Check;
    }

    /**
     * Runs the history on an empty database and compares after each revision.
     *
     * @param empty the database
     * @return the differences and the missing declarations, one line each
     */
    List<String> againstDatabase(DataSource empty) {
        ReplayResult result = new HistoryReplay(empty, retort).run(revision -> {});
        List<String> lines = new ArrayList<>();
        if (result.found() != null) {
            lines.add("after revision " + result.found().revision().id() + ":");
            lines.addAll(result.found().differences());
        }
        result.missing()
                .forEach(missing ->
                        lines.add("revision " + missing.revision().id() + " does not declare " + missing.statements()));
        return lines;
    }
}
