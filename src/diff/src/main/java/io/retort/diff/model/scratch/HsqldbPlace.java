package io.retort.diff.model.scratch;

import io.retort.diff.inspect.Inspector;
import io.retort.diff.inspect.Scope;
import io.retort.diff.model.ddl.ModelDdl;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** A private in-memory database; the live one is not changed. */
final class HsqldbPlace implements Place {

    @Override
    public Scratch read(Connection connection, Model model, Inspector inspector) throws SQLException {
        String current = connection.getSchema();
        List<String> further = model.furtherSchemas(current);
        ModelDdl ddl = model.ddl(
                current, schema -> schema == null ? null : model.identifiers().stored(schema));
        try (Connection scratch =
                DriverManager.getConnection("jdbc:hsqldb:mem:" + StandIns.PREFIX + UUID.randomUUID(), "SA", "")) {
            for (String schema : further) {
                create(scratch, model.identifiers().stored(schema));
            }
            create(scratch, current);
            scratch.setSchema(current);
            ModelCreation creation = ModelCreation.on(scratch, ddl);
            creation.run(model.tables());
            Scratch read = creation.scratch(inspector.inspect(scratch, new Scope(further)));
            Statements.execute(scratch, "shutdown");
            return read;
        }
    }

    private static void create(Connection scratch, String schema) throws SQLException {
        Statements.execute(
                scratch, "create schema if not exists \"" + schema.replace("\"", "\"\"") + "\" authorization dba");
    }
}
