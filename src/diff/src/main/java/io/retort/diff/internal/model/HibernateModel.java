package io.retort.diff.internal.model;

import io.retort.dialect.Dialect;
import io.retort.diff.metadata.CapturedMetadata;
import io.retort.schema.EnumType;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hibernate.Version;
import org.hibernate.boot.Metadata;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.jspecify.annotations.Nullable;

/**
 * The schema that the entities map to.
 *
 * @param snapshot the schema, with Hibernate's names, portable types, and defaults and comments as declared
 * @param furtherSchemas the schemas that it uses besides the current one, as typed
 * @param firstRows the statements that must run directly after a table is created, by table of the snapshot. An example
 *     is the first value in a table that replaces a sequence, without which Hibernate's inserts fail
 * @param structures the statements that create composite types, in executable order
 */
public record HibernateModel(
        Snapshot snapshot,
        List<String> furtherSchemas,
        Map<QualifiedName, List<String>> firstRows,
        Map<QualifiedName, List<String>> structures) {

    /** Copies the collections. */
    public HibernateModel {
        structures = Collections.unmodifiableMap(new LinkedHashMap<>(structures));
        furtherSchemas = List.copyOf(furtherSchemas);
        firstRows = Map.copyOf(firstRows);
    }

    /** Returns the name and version of the library that reads the entities, such as {@code Hibernate 7.4.5.Final}. */
    public static String reader() {
        return "Hibernate " + Version.getVersionString();
    }

    /** Returns the parts of the server's version for which Hibernate has read the entities, as far as they are known. */
    public static List<Integer> serverVersion(Metadata metadata) {
        DatabaseVersion version = metadata.getDatabase().getDialect().getVersion();
        return IntStream.of(
                        version.getDatabaseMajorVersion(),
                        version.getDatabaseMinorVersion(),
                        version.getDatabaseMicroVersion())
                .takeWhile(part -> part >= 0)
                .boxed()
                .toList();
    }

    /**
     * Returns the library with the product for which it reads the entities, such as {@code Hibernate 7.4.5.Final for
     * PostgreSQL 18.1}. The version of a product is known if the metadata was built with a database, or for a given
     * version.
     *
     * @param metadata the entities
     * @param dialect the product
     */
    public static String madeWith(CapturedMetadata metadata, Dialect dialect) {
        DatabaseVersion version = metadata.metadata().getDatabase().getDialect().getVersion();
        Map<String, Object> settings = metadata.metadata()
                .getDatabase()
                .getServiceRegistry()
                .requireService(ConfigurationService.class)
                .getSettings();
        boolean connected = metadata.withoutDatabase() == null;
        return reader() + " for " + dialect.productName()
                + (connected || settings.containsKey(AvailableSettings.JAKARTA_HBM2DDL_DB_MAJOR_VERSION)
                        ? " " + version.getMajor()
                        : "")
                + (connected || settings.containsKey(AvailableSettings.JAKARTA_HBM2DDL_DB_MINOR_VERSION)
                        ? "." + version.getMinor()
                        : "");
    }

    /**
     * Returns what the entities declare but Hibernate does not create on this product, one sentence each. Where it does not
     * alter tables, it creates no key that needs an {@code alter table}.
     *
     * @param metadata the entities
     * @param dialect the product
     */
    public static List<String> leftOut(Metadata metadata, Dialect dialect) {
        boolean keys = metadata.collectTableMappings().stream()
                .anyMatch(table -> !table.getForeignKeyCollection().isEmpty());
        return altersTables(metadata) || !keys
                ? List.of()
                : List.of("foreign keys and unique constraints of several columns: Hibernate creates none on "
                        + dialect.productName() + ", so none are compared");
    }

    /**
     * Returns whether Hibernate alters tables of this product after it has created them.
     *
     * @param metadata the entities
     */
    public static boolean altersTables(Metadata metadata) {
        return metadata.getDatabase().getDialect().hasAlterTable();
    }

    /**
     * Reads the schema from Hibernate's metadata. Only Hibernate's exporters change the metadata, by what they add
     * themselves.
     *
     * @param metadata the entities, completely bound
     * @param dialect the product for which the metadata was built
     * @param currentSchema the current schema of the connection (on MySQL the database), as the catalog stores it; null
     *     if unknown
     */
    public static HibernateModel of(Metadata metadata, Dialect dialect, @Nullable String currentSchema) {
        ModelNames names = ModelNames.of(metadata, dialect.identifiers(), currentSchema);
        ModelDdl ddl = ddl(metadata, dialect, names);
        List<EnumType> enumTypes = EnumMapping.enumTypes(ddl, names);
        TableMapping mapping = new TableMapping(metadata, dialect, names, ddl);
        List<Table> tables = new ArrayList<>();
        Map<QualifiedName, List<String>> firstRows = new LinkedHashMap<>();
        for (org.hibernate.mapping.Table table : ddl.tables()) {
            tables.add(mapping.table(table));
            firstRows.put(names.of(table), ddl.firstRows(table));
        }
        firstRows.values().removeIf(List::isEmpty);
        List<Sequence> sequences = ddl.sequences().stream()
                .map(sequence -> SequenceMapping.sequence(sequence, ddl, names))
                .toList();
        return new HibernateModel(
                new Snapshot(tables, sequences, enumTypes), ddl.furtherSchemas(), firstRows, ddl.structures());
    }

    /**
     * Returns the schemas that a model uses, as {@link #furtherSchemas()} does, without reading the whole model.
     *
     * @param metadata the entities, completely bound
     * @param dialect the product for which the metadata was built
     * @param currentSchema as in {@link #of}
     */
    public static List<String> schemasOf(Metadata metadata, Dialect dialect, @Nullable String currentSchema) {
        return ddl(metadata, dialect, ModelNames.of(metadata, dialect.identifiers(), currentSchema))
                .furtherSchemas();
    }

    /**
     * Returns the sequences and generators from which entities take their identifiers. Call it after {@link #of},
     * because Hibernate creates its generators again for the result.
     *
     * @param metadata the entities, completely bound
     * @param dialect the product for which the metadata was built
     * @param currentSchema as in {@link #of}
     */
    public static List<NumberSource> numberSources(Metadata metadata, Dialect dialect, @Nullable String currentSchema) {
        return NumberSources.of(metadata, ModelNames.of(metadata, dialect.identifiers(), currentSchema));
    }

    private static ModelDdl ddl(Metadata metadata, Dialect dialect, ModelNames names) {
        return new ModelDdl(
                metadata,
                names,
                schema -> schema == null ? null : dialect.identifiers().stored(schema));
    }
}
