package io.retort.diff.model.scratch;

import io.retort.diff.inspect.Inspector;
import io.retort.diff.inspect.Scope;
import io.retort.diff.model.scratch.Scratch.Failure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A private database in this process's memory, gone when its only connection is closed. */
final class SqlitePlace implements Place {

    /** What SQLite calls the schema that names without one are in. */
    private static final String CURRENT = "main";

    @Override
    public Scratch read(Connection connection, Model model, Inspector inspector) throws SQLException {
        List<String> statements = model.statements(CURRENT, schema -> schema);
        List<String> comments =
                statements.stream().filter(sql -> sql.startsWith("comment on ")).toList();
        try (Connection scratch = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            List<Failure> failures = new ArrayList<>(Statements.runEach(
                    scratch,
                    statements.stream().filter(sql -> !comments.contains(sql)).toList()));
            if (!comments.isEmpty()) {
                failures.add(
                        new Failure(comments.get(0), "SQLite keeps no comments: " + comments.size() + " are left out"));
            }
            return new Scratch(inspector.inspect(scratch, Scope.CURRENT), failures);
        }
    }
}
