package io.retort.internal.adopt;

import io.retort.dialect.Dialect;
import io.retort.dialect.Identifiers;
import io.retort.dialect.SessionSupport.CurrentSchema;
import io.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables of a database with their columns, read by two bulk queries for each schema. */
public final class LiveSchema {

    private static final List<String> NO_TABLES = List.of("INDEX", "SEQUENCE", "TYPE", "SYSTEM TABLE", "SYSTEM VIEW");

    private final Identifiers identifiers;
    private final boolean ignoresCase;
    private final Map<String, LiveTable> tables = new HashMap<>();

    /**
     * A table or view.
     *
     * @param name its name as typed in SQL
     * @param isView whether it is a view
     * @param columns the columns by the key of their name
     */
    record LiveTable(QualifiedName name, boolean isView, Map<String, LiveColumn> columns) {}

    /**
     * A column.
     *
     * @param jdbcType a constant of {@link java.sql.Types}
     * @param type the product's name of the type
     */
    record LiveColumn(int jdbcType, String type) {}

    private LiveSchema(Identifiers identifiers, boolean ignoresCase) {
        this.identifiers = identifiers;
        this.ignoresCase = ignoresCase;
    }

    /**
     * Reads schemas.
     *
     * @param connection a connection, which is only read
     * @param dialect its dialect
     * @param schemas the names of the schemas, as typed in SQL; null for the current one
     */
    public static LiveSchema read(Connection connection, Dialect dialect, Collection<@Nullable String> schemas)
            throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        boolean folds = dialect.identifiers().folding() != Identifiers.Folding.NONE;
        LiveSchema live = new LiveSchema(dialect.identifiers(), !folds && !data.supportsMixedCaseIdentifiers());
        boolean catalogs =
                dialect.sessions().currentSchema().map(CurrentSchema::isCatalog).orElse(false);
        for (String schema : schemas) {
            String given = schema == null ? null : dialect.identifiers().stored(schema);
            String catalog = catalogs && given != null ? given : connection.getCatalog();
            String within = catalogs ? null : given != null ? given : connection.getSchema();
            live.readTables(data, catalog, within, schema);
            live.readColumns(data, catalog, within, schema);
            Optional<String> hidden = dialect.sessions().hiddenColumns();
            if (hidden.isPresent()) {
                live.readHidden(connection, hidden.get(), within, schema);
            }
        }
        return live;
    }

    private void readTables(
            DatabaseMetaData data, @Nullable String catalog, @Nullable String within, @Nullable String schema)
            throws SQLException {
        try (ResultSet rows = data.getTables(catalog, within, "%", null)) {
            while (rows.next()) {
                String type = String.valueOf(rows.getString("TABLE_TYPE")).toUpperCase(Locale.ROOT);
                if (isIn(within, rows) && NO_TABLES.stream().noneMatch(type::contains)) {
                    QualifiedName name = new QualifiedName(schema, identifiers.typed(rows.getString("TABLE_NAME")));
                    tables.put(key(name), new LiveTable(name, type.contains("VIEW"), new HashMap<>()));
                }
            }
        }
    }

    private void readColumns(
            DatabaseMetaData data, @Nullable String catalog, @Nullable String within, @Nullable String schema)
            throws SQLException {
        try (ResultSet rows = data.getColumns(catalog, within, "%", "%")) {
            while (rows.next()) {
                LiveTable table =
                        tables.get(key(new QualifiedName(schema, identifiers.typed(rows.getString("TABLE_NAME")))));
                if (table != null && isIn(within, rows)) {
                    table.columns()
                            .put(
                                    columnKey(identifiers.typed(rows.getString("COLUMN_NAME"))),
                                    new LiveColumn(
                                            rows.getInt("DATA_TYPE"), String.valueOf(rows.getString("TYPE_NAME"))));
                }
            }
        }
    }

    private void readHidden(Connection connection, String query, @Nullable String within, @Nullable String schema)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                LiveTable table = tables.get(key(new QualifiedName(schema, identifiers.typed(rows.getString(2)))));
                if (table != null && (within == null || within.equals(rows.getString(1)))) {
                    String column = identifiers.typed(rows.getString(3));
                    table.columns().put(columnKey(column), typed(connection, table.name(), column));
                }
            }
        }
    }

    private LiveColumn typed(Connection connection, QualifiedName table, String column) throws SQLException {
        String query = "select " + identifiers.sql(column) + " from " + identifiers.sql(table) + " where 1 = 0";
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery(query)) {
            ResultSetMetaData type = none.getMetaData();
            return new LiveColumn(type.getColumnType(1), type.getColumnTypeName(1));
        }
    }

    /** In a pattern, an underscore of the schema's name stands for any character. */
    private static boolean isIn(@Nullable String within, ResultSet row) throws SQLException {
        return within == null || within.equals(row.getString("TABLE_SCHEM"));
    }

    /** Returns the tables, without views. */
    public List<QualifiedName> tables() {
        return tables.values().stream()
                .filter(table -> !table.isView())
                .map(LiveTable::name)
                .sorted()
                .toList();
    }

    /** Returns a table or view by its name as typed in SQL. */
    Optional<LiveTable> table(QualifiedName name) {
        return Optional.ofNullable(tables.get(key(name)));
    }

    /** Returns a column of a table. */
    Optional<LiveColumn> column(LiveTable table, String name) {
        return Optional.ofNullable(table.columns().get(columnKey(name)));
    }

    private String key(QualifiedName name) {
        String schema = name.schema() == null ? "" : identifiers.stored(name.schema());
        String key = schema + '\n' + identifiers.stored(name.name());
        return ignoresCase ? key.toLowerCase(Locale.ROOT) : key;
    }

    private String columnKey(String name) {
        String key = identifiers.stored(name);
        return identifiers.folding() == Identifiers.Folding.NONE ? key.toLowerCase(Locale.ROOT) : key;
    }
}
