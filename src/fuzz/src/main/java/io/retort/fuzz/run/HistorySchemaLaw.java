package io.retort.fuzz.run;

import io.retort.Retort;
import io.retort.diff.HistoryComparison;
import io.retort.diff.HistoryReplay;
import io.retort.diff.author.Difference;
import io.retort.diff.author.ReplayResult;
import io.retort.internal.dialect.Dialects;
import io.retort.operation.Operation;
import java.sql.Connection;
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
            difference.operations().stream().map(Operation::describe).forEach(lines::add);
            lines.addAll(difference.skipped());
            return lines;
        }
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
