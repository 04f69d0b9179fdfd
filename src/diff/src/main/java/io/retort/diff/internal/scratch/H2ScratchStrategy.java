package io.retort.diff.internal.scratch;

import io.retort.diff.internal.inspect.Inspector;
import io.retort.diff.internal.inspect.Scope;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A private in-memory database with the settings of the live one, which is not changed. */
final class H2ScratchStrategy implements ScratchStrategy {

    /** The settings that determine how H2 parses and normalises SQL. */
    private static final String SETTINGS = """
            select setting_name, setting_value from information_schema.settings
            where setting_name in ('MODE', 'DATABASE_TO_UPPER', 'DATABASE_TO_LOWER', 'CASE_INSENSITIVE_IDENTIFIERS',
              'DEFAULT_NULL_ORDERING', 'NON_KEYWORDS')
            order by setting_name""";

    @Override
    public Scratch read(Connection connection, ScratchModel model, Inspector inspector) throws SQLException {
        String current = connection.getSchema();
        List<String> further = model.furtherSchemas(current);
        try (Connection scratch = DriverManager.getConnection(url(connection))) {
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

    /** The database has the same settings, and is removed when its only connection is closed. */
    private static String url(Connection connection) throws SQLException {
        List<String> parts = new ArrayList<>();
        parts.add("jdbc:h2:mem:" + SchemaAliases.PREFIX + UUID.randomUUID());
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SETTINGS)) {
            while (rows.next()) {
                String value = rows.getString(2);
                if (value != null && !value.isEmpty()) {
                    parts.add(rows.getString(1) + "=" + value);
                }
            }
        }
        return String.join(";", parts);
    }
}
