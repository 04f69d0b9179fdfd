package io.retort.diff.internal.scratch;

import io.retort.diff.internal.inspect.Inspector;
import io.retort.diff.internal.inspect.Scope;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A private in-memory database, which is removed when its only connection is closed. */
final class SqliteScratchStrategy implements ScratchStrategy {

    /** SQLite's name of the default schema. */
    private static final String CURRENT = "main";

    @Override
    public Scratch read(Connection connection, ScratchModel model, Inspector inspector) throws SQLException {
        try (Connection scratch = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            ScratchCreation creation =
                    model.creation(StatementRunner.withoutComments(scratch), CURRENT, schema -> schema);
            creation.run();
            return creation.scratch(inspector.inspect(scratch, Scope.CURRENT));
        }
    }
}
