package io.retort.diff.internal.inspect;

import static schemacrawler.schemacrawler.MetadataRetrievalStrategy.data_dictionary_all;

import io.retort.dialect.Identifiers;
import io.retort.error.RetortException;
import io.retort.schema.Snapshot;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import schemacrawler.schema.Catalog;
import schemacrawler.schemacrawler.InfoLevel;
import schemacrawler.schemacrawler.InformationSchemaKey;
import schemacrawler.schemacrawler.InformationSchemaViewsBuilder;
import schemacrawler.schemacrawler.LimitOptionsBuilder;
import schemacrawler.schemacrawler.LoadOptionsBuilder;
import schemacrawler.schemacrawler.SchemaCrawlerOptions;
import schemacrawler.schemacrawler.SchemaCrawlerOptionsBuilder;
import schemacrawler.schemacrawler.SchemaInfoLevelBuilder;
import schemacrawler.schemacrawler.SchemaInfoMetadataRetrievalStrategy;
import schemacrawler.schemacrawler.SchemaRetrievalOptions;
import schemacrawler.schemacrawler.SchemaRetrievalOptionsBuilder;
import schemacrawler.schemacrawler.exceptions.SchemaCrawlerException;
import schemacrawler.tools.options.ConfigUtility;
import schemacrawler.tools.utility.SchemaCrawlerUtility;

/**
 * Reads the catalog of a database. Tables and sequences are read through SchemaCrawler, everything else by queries of
 * our own.
 */
record CatalogInspector(Quirks quirks, Identifiers identifiers) implements Inspector {

    /** SchemaCrawler logs every step at INFO, and at WARNING failures that Retort reports itself. */
    private static final List<String> TALKATIVE = List.of("schemacrawler", "us.fatehi");

    @Override
    public Snapshot inspect(Connection connection, Scope scope) {
        Quirks.Rows rows = rows(connection);
        String current = currentSchema(rows);
        String schemas = schemas(current, scope);
        Catalog catalog = crawl(connection, quirks.catalog(schemas, rows));
        return new SnapshotReader(new NameNormalizer(quirks, identifiers, current))
                .read(catalog, CatalogRows.read(quirks, schemas, rows), quirks.enumValues(schemas, rows));
    }

    @Override
    public List<IndexDefinition> indexDefinitions(Connection connection, Scope scope) {
        Quirks.Rows rows = rows(connection);
        String current = currentSchema(rows);
        NameNormalizer spelling = new NameNormalizer(quirks, identifiers, current);
        return quirks.indexDefinitions(schemas(current, scope), rows).stream()
                .map(row -> new IndexDefinition(
                        spelling.name(row.needed("TABLE_SCHEMA"), row.needed("TABLE_NAME")),
                        spelling.typed(row.needed("INDEX_NAME")),
                        CatalogSqlText.without(quirks.inExpressions(current), row.needed("DEFINITION"))))
                .toList();
    }

    /** Each query is asked once. */
    private static Quirks.Rows rows(Connection connection) {
        Map<String, List<CatalogRow>> read = new HashMap<>();
        return (what, sql) -> read.computeIfAbsent(sql, any -> read(connection, what, sql));
    }

    private String schemas(String current, Scope scope) {
        return Stream.concat(Stream.of(current), scope.schemas().stream().map(identifiers::stored))
                .distinct()
                .map(CatalogSqlText::string)
                .collect(Collectors.joining(", "));
    }

    private String currentSchema(Quirks.Rows rows) {
        String current = rows.read("current schema", quirks.currentSchema()).get(0).values().values().stream()
                .findFirst()
                .map(Object::toString)
                .orElse(null);
        if (current == null) {
            throw new RetortException(
                    "The connection has no current schema.",
                    "Set one in the JDBC URL, or create the schema in the user's search path.");
        }
        return current;
    }

    private static Catalog crawl(Connection connection, Map<InformationSchemaKey, String> queries) {
        WatchedConnection watched = new WatchedConnection(connection);
        try {
            Catalog catalog = quietly(
                    () -> SchemaCrawlerUtility.getCatalog(watched, how(queries), what(), ConfigUtility.newConfig()));
            watched.failure().ifPresent(failure -> {
                throw failed(failure, queries);
            });
            return catalog;
        } catch (SchemaCrawlerException e) {
            throw watched.failure()
                    .map(failure -> failed(failure, queries))
                    .orElseGet(() -> failed("schema", e.getMessage(), null, e));
        }
    }

    /** Own queries for everything, so that no SchemaCrawler plugin for the product is needed. */
    private static SchemaRetrievalOptions how(Map<InformationSchemaKey, String> queries) {
        InformationSchemaViewsBuilder views = InformationSchemaViewsBuilder.builder();
        queries.forEach(views::withSql);
        SchemaRetrievalOptionsBuilder how = SchemaRetrievalOptionsBuilder.builder()
                .withDoesNotSupportCatalogs()
                .withSupportsSchemas()
                .withInformationSchemaViews(views.toOptions());
        for (SchemaInfoMetadataRetrievalStrategy kind : SchemaInfoMetadataRetrievalStrategy.values()) {
            how.with(kind, data_dictionary_all);
        }
        return how.toOptions();
    }

    /**
     * Limits SchemaCrawler to tables and sequences. The parts of tables are read separately: SchemaCrawler sorts the
     * result columns for each value it reads, sorts tables by foreign keys, and ignores index parts that are
     * expressions. (See decision 003.)
     */
    private static SchemaCrawlerOptions what() {
        SchemaInfoLevelBuilder level = SchemaInfoLevelBuilder.builder()
                .withInfoLevel(InfoLevel.minimum)
                .withoutRoutines()
                .setRetrieveDatabaseInfo(false)
                .setRetrieveTableColumns(false)
                .setRetrievePrimaryKeys(false)
                .setRetrieveForeignKeys(false)
                .setRetrieveIndexes(false)
                .setRetrieveSequenceInformation(true);
        return SchemaCrawlerOptionsBuilder.newSchemaCrawlerOptions()
                .withLimitOptions(LimitOptionsBuilder.builder()
                        .tableTypes("TABLE")
                        .includeAllSequences()
                        .toOptions())
                .withLoadOptions(LoadOptionsBuilder.builder()
                        .withSchemaInfoLevelBuilder(level)
                        .toOptions());
    }

    /** Leaves a logger alone if the application has set its level. */
    private static <T> T quietly(Supplier<T> work) {
        List<Logger> loggers = TALKATIVE.stream()
                .map(Logger::getLogger)
                .filter(logger -> logger.getLevel() == null)
                .toList();
        loggers.forEach(logger -> logger.setLevel(Level.OFF));
        try {
            return work.get();
        } finally {
            loggers.forEach(logger -> logger.setLevel(null));
        }
    }

    private static List<CatalogRow> read(Connection connection, String what, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> labels = labels(rows.getMetaData());
            List<CatalogRow> all = new ArrayList<>();
            while (rows.next()) {
                all.add(facts(rows, labels));
            }
            return all;
        } catch (SQLException e) {
            throw failed(what, e.getMessage(), sql, e);
        }
    }

    private static List<String> labels(ResultSetMetaData columns) throws SQLException {
        List<String> labels = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            labels.add(columns.getColumnLabel(i).toUpperCase(Locale.ROOT));
        }
        return labels;
    }

    private static CatalogRow facts(ResultSet row, List<String> labels) throws SQLException {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            values.put(labels.get(i), row.getString(i + 1));
        }
        return new CatalogRow(values);
    }

    private static RetortException failed(
            WatchedConnection.Failure failure, Map<InformationSchemaKey, String> queries) {
        String what = queries.entrySet().stream()
                .filter(query -> query.getValue().equals(failure.sql()))
                .map(query -> query.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .findFirst()
                .orElse("schema");
        return failed(what, failure.cause().getMessage(), failure.sql(), failure.cause());
    }

    private static RetortException failed(String what, @Nullable String words, @Nullable String sql, Exception cause) {
        return new RetortException(
                "Cannot read the " + what + " of the database. The database reports: " + words,
                "Check that Retort supports the version of the database and that the user can read the catalog."
                        + (sql == null ? "" : " The query was:" + System.lineSeparator() + sql),
                cause);
    }
}
