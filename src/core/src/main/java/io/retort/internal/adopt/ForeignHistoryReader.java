package io.retort.internal.adopt;

import io.retort.dialect.Dialect;
import io.retort.dialect.SessionSupport.CurrentSchema;
import io.retort.schema.Identifier;
import io.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the history tables of other migration tools. */
public final class ForeignHistoryReader {

    private final Connection connection;
    private final Dialect dialect;

    /**
     * @param connection an open connection, which is only read
     * @param dialect its dialect
     */
    public ForeignHistoryReader(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /**
     * Returns the histories in the tables with the default names.
     *
     * @param schema the schema to look in, written as in SQL; null for the current one
     * @throws SQLException if a table with such a name does not have the tool's columns, or cannot be read
     */
    public List<ForeignHistory> all(@Nullable String schema) throws SQLException {
        List<ForeignHistory> found = new ArrayList<>();
        for (MigrationTool tool : MigrationTool.values()) {
            read(tool, new QualifiedName(schema, tool.defaultTable())).ifPresent(found::add);
        }
        return found;
    }

    /**
     * Returns a tool's history; empty if its table does not exist.
     *
     * @param table the history table, written as in the tool's configuration; case matters only if there are two tables
     * @throws SQLException if the table does not have the tool's columns, or cannot be read
     */
    public Optional<ForeignHistory> read(MigrationTool tool, QualifiedName table) throws SQLException {
        Optional<String> stored = stored(table);
        return stored.isEmpty()
                ? Optional.empty()
                : Optional.of(rows(
                        tool,
                        new QualifiedName(table.schema(), dialect.identifiers().typed(stored.get()))));
    }

    private ForeignHistory rows(MigrationTool tool, QualifiedName table) throws SQLException {
        String query = "select * from " + dialect.identifiers().sql(table);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return switch (tool) {
                case FLYWAY -> FlywayRow.history(table, rows);
                case LIQUIBASE -> LiquibaseRow.history(table, rows);
            };
        }
    }

    /** Flyway quotes the name and Liquibase does not, so that each product stores it in its own way. */
    private Optional<String> stored(QualifiedName table) throws SQLException {
        String given = Identifier.parse(table.name()).text();
        Set<String> candidates = new LinkedHashSet<>();
        candidates.add(given);
        candidates.add(dialect.identifiers().stored(table.name()));
        candidates.add(given.toLowerCase(Locale.ROOT));
        candidates.add(given.toUpperCase(Locale.ROOT));
        for (String candidate : candidates) {
            if (exists(table.schema(), candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private boolean exists(@Nullable String schema, String name) throws SQLException {
        boolean catalogs =
                dialect.sessions().currentSchema().map(CurrentSchema::isCatalog).orElse(false);
        String given = schema == null ? null : dialect.identifiers().stored(schema);
        DatabaseMetaData data = connection.getMetaData();
        String catalog = catalogs && given != null ? given : connection.getCatalog();
        String within = catalogs ? null : given != null ? given : connection.getSchema();
        try (ResultSet found = data.getTables(
                catalog, pattern(data, within), name.replace("_", data.getSearchStringEscape() + "_"), null)) {
            while (found.next()) {
                if (found.getString("TABLE_NAME").equals(name)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static @Nullable String pattern(DatabaseMetaData data, @Nullable String schema) throws SQLException {
        return schema == null ? null : schema.replace("_", data.getSearchStringEscape() + "_");
    }
}
