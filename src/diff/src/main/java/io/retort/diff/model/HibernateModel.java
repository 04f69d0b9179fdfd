package io.retort.diff.model;

import io.retort.dialect.Dialect;
import io.retort.diff.model.ddl.ModelDdl;
import io.retort.diff.model.ddl.ModelNames;
import io.retort.diff.model.mapping.EnumMapping;
import io.retort.diff.model.mapping.SequenceMapping;
import io.retort.diff.model.mapping.TableMapping;
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
import org.hibernate.Version;
import org.hibernate.boot.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * What the entities ask for, as values.
 *
 * @param snapshot the schema, with Hibernate's names, portable types and the defaults and comments as they were declared
 * @param furtherSchemas the schemas that it uses besides the connection's own, as typed
 * @param firstRows the statements that must run right after a table is created, such as the first number of a table that
 *     stands in for a sequence; without them Hibernate fails when it inserts. Their names are those of the snapshot
 * @param structures the statements that create types made of attributes, in an order that runs
 */
public record HibernateModel(
        Snapshot snapshot,
        List<String> furtherSchemas,
        Map<QualifiedName, List<String>> firstRows,
        Map<QualifiedName, List<String>> structures) {

    public HibernateModel {
        structures = Collections.unmodifiableMap(new LinkedHashMap<>(structures));
        furtherSchemas = List.copyOf(furtherSchemas);
        firstRows = Map.copyOf(firstRows);
    }

    /** Who reads the entities: {@code Hibernate 7.4.5.Final}. */
    public static String reader() {
        return "Hibernate " + Version.getVersionString();
    }

    /** What entities ask for and Hibernate never creates, as sentences: on SQLite it makes no key that needs a statement. */
    public static List<String> leftOut(Metadata metadata) {
        org.hibernate.dialect.Dialect dialect = metadata.getDatabase().getDialect();
        boolean keys = metadata.collectTableMappings().stream()
                .anyMatch(table -> !table.getForeignKeyCollection().isEmpty());
        return dialect.hasAlterTable() || !keys
                ? List.of()
                : List.of(
                        "foreign keys and unique constraints of several columns: Hibernate makes none on SQLite, so none"
                                + " are compared");
    }

    /** Whether Hibernate changes tables of the product after it has created them; on SQLite it does not. */
    public static boolean altersTables(Metadata metadata) {
        return metadata.getDatabase().getDialect().hasAlterTable();
    }

    /**
     * Reads Hibernate's metadata. The metadata is not changed but for what Hibernate itself adds when it exports.
     *
     * @param metadata the entities, after all of them are bound
     * @param dialect the product that the metadata was built for
     * @param currentSchema the connection's schema (MySQL: database), as the catalog stores it; null if not known
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

    /** The schemas that a model will use, as {@link #furtherSchemas()} tells them, before it is read. */
    public static List<String> schemasOf(Metadata metadata, Dialect dialect, @Nullable String currentSchema) {
        return ddl(metadata, dialect, ModelNames.of(metadata, dialect.identifiers(), currentSchema))
                .furtherSchemas();
    }

    /**
     * Where entities take their numbers from. Asked after {@link #of}: Hibernate creates its generators anew for the answer.
     *
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
