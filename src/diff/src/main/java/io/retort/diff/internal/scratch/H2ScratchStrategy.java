package io.retort.diff.internal.scratch;

import io.retort.diff.internal.inspect.Inspector;
import io.retort.diff.internal.inspect.Scope;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** A private in-memory database with the settings of the live one, which is not changed. */
final class H2ScratchStrategy implements ScratchStrategy {

    @Override
    public Scratch read(Connection connection, ScratchModel model, Inspector inspector) throws SQLException {
        String current = connection.getSchema();
        List<String> further = model.furtherSchemas(current);
        try (Connection scratch =
                DriverManager.getConnection(H2Settings.url(connection, SchemaAliases.PREFIX + UUID.randomUUID()))) {
            for (String schema : further) {
                create(scratch, model.identifiers().stored(schema));
            }
            create(scratch, current);
            scratch.setSchema(current);
            ScratchCreation creation = model.creation(
                    StatementRunner.plain(scratch),
                    current,
                    schema -> schema == null ? null : model.identifiers().stored(schema));
            creation.run();
            return creation.scratch(inspector.inspect(scratch, new Scope(further)));
        }
    }

    private static void create(Connection scratch, String schema) throws SQLException {
        ScratchStatements.execute(scratch, "create schema if not exists \"" + schema.replace("\"", "\"\"") + '"');
    }
}
