package io.retort.diff.model.scratch;

import io.retort.diff.inspect.Inspector;
import io.retort.diff.inspect.Scope;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A private in-memory database, which is removed when its only connection is closed. */
final class SqlitePlace implements Place {

    /** SQLite's name of the default schema. */
    private static final String CURRENT = "main";

    @Override
    public Scratch read(Connection connection, Model model, Inspector inspector) throws SQLException {
        try (Connection scratch = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            ModelCreation creation = ModelCreation.on(scratch, model.ddl(CURRENT, schema -> schema))
                    .leavingOut(sql -> sql.startsWith("comment on "));
            creation.run(model.tables());
            return creation.scratch(inspector.inspect(scratch, Scope.CURRENT));
        }
    }
}
