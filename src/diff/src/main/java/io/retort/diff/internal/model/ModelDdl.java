package io.retort.diff.internal.model;

import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.Exportable;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import org.hibernate.tool.schema.spi.Exporter;
import org.jspecify.annotations.Nullable;

/**
 * The statements with which Hibernate creates a model, by object.
 *
 * <p>Views, initial rows of tables, and auxiliary objects other than types are not included in the statements for the
 * whole model. They are not part of a snapshot, and they can refer to schemas that are not redirected.
 */
public final class ModelDdl {

    private final Metadata metadata;
    private final ModelNames names;
    private final SqlStringGenerationContext context;
    private final Dialect dialect;
    private @Nullable List<Table> tables;

    /**
     * Creates the statements of a model.
     *
     * @param metadata the entities, completely bound
     * @param names the names of the same metadata
     * @param redirection maps schemas to scratch schemas
     */
    public ModelDdl(Metadata metadata, ModelNames names, Redirection redirection) {
        this.metadata = metadata;
        this.names = names;
        this.context = new RedirectedContext(metadata.getDatabase().getJdbcEnvironment(), names, redirection);
        this.dialect = metadata.getDatabase().getDialect();
    }

    /**
     * Returns the statements that create the model, by object: types, sequences, tables, indexes, unique keys, foreign
     * keys.
     *
     * @param chosen the tables to create; the tables that their foreign keys reference are created as well
     */
    public List<ObjectDdl> objects(Predicate<QualifiedName> chosen) {
        List<ObjectDdl> all = new ArrayList<>();
        types().forEach(sql -> all.add(ObjectDdl.of(List.of(sql))));
        sequences().forEach(sequence -> all.add(ObjectDdl.of(create(sequence))));
        List<Table> tables =
                tables().stream().filter(table -> chosen.test(names.of(table))).toList();
        List<Table> needed = withReferenced(tables);
        needed.forEach(table -> all.add(new ObjectDdl(create(table), table, true, List.of())));
        needed.forEach(table -> all.addAll(keysAndIndexes(table)));
        tables.forEach(table -> table.getForeignKeyCollection()
                .forEach(key -> all.add(ObjectDdl.on(table, create(key), key.getColumns()))));
        all.removeIf(object -> object.statements().isEmpty());
        return all;
    }

    /** Returns the parts of a table that can be created separately. */
    public List<TablePart> parts(Table table) {
        return TablePart.of(table);
    }

    /** Returns the statements for a table with only some of its parts. */
    public List<String> create(Table table, List<TablePart> parts) {
        return new PartialTable(table, parts, dialect).during(this::create);
    }

    /** Returns the definition of a part within the statement of its table. */
    public String definition(Table table, TablePart part) {
        return part.definition(dialect).orElseGet(() -> {
            String sql = create(table, List.of(part)).get(0);
            return sql.substring(sql.indexOf('(', nameOf(table).length()) + 1, sql.lastIndexOf(')'))
                    .strip();
        });
    }

    /** Returns the statements that drop a table. */
    public List<String> drop(Table table) {
        return Arrays.asList(dialect.getTableExporter().getSqlDropStrings(table, metadata, context));
    }

    /** Returns the name of a table in the snapshot. */
    public QualifiedName name(Table table) {
        return names.of(table);
    }

    /** Returns the name of a column in the snapshot. */
    public String name(Column column) {
        return names.of(column);
    }

    /** Returns a name that Hibernate writes into its statements, as typed. */
    public String written(String name) {
        return names.written(name);
    }

    private String nameOf(Table table) {
        return context.format(table.getQualifiedTableName());
    }

    private List<Table> withReferenced(List<Table> tables) {
        Set<Table> needed = new HashSet<>(tables);
        for (Table table : tables) {
            table.getForeignKeyCollection().forEach(key -> needed.add(key.getReferencedTable()));
        }
        return tables().stream().filter(needed::contains).toList();
    }

    private List<ObjectDdl> keysAndIndexes(Table table) {
        List<ObjectDdl> all = new ArrayList<>();
        table.getIndexes().values().forEach(index -> all.add(ObjectDdl.on(table, create(index), columns(index))));
        UniqueKeys.of(table).forEach(key -> all.add(ObjectDdl.on(table, create(key), key.getColumns())));
        return all;
    }

    private static List<Column> columns(Index index) {
        return index.getSelectables().stream()
                .filter(Column.class::isInstance)
                .map(Column.class::cast)
                .toList();
    }

    /** Returns the schemas of the model's tables and sequences other than the current one, as typed and sorted. */
    public List<String> furtherSchemas() {
        Stream<String> ofTables = physicalTables().map(table -> names.of(table).schema());
        Stream<String> ofSequences = sequences().stream()
                .map(sequence -> names.of(sequence.getName()).schema());
        return Stream.concat(ofTables, ofSequences)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns the tables that Hibernate creates, without views, subselects, and tables without a statement. */
    public List<Table> tables() {
        List<Table> known = tables;
        if (known == null) {
            known = created();
            tables = known;
        }
        return known;
    }

    private List<Table> created() {
        return physicalTables().filter(table -> !create(table).isEmpty()).toList();
    }

    private Stream<Table> physicalTables() {
        return namespaces()
                .flatMap(namespace -> namespace.getTables().stream())
                .filter(table -> table.isPhysicalTable() && !table.isView());
    }

    /** Returns the sequences that Hibernate creates; empty for a product without sequences. */
    public List<Sequence> sequences() {
        return namespaces()
                .flatMap(namespace ->
                        StreamSupport.stream(namespace.getSequences().spliterator(), false))
                .filter(sequence -> !create(sequence).isEmpty())
                .toList();
    }

    /**
     * Returns the statements for a table and its comments, without those for its initial rows. Hibernate registers a
     * column's unique key only while it generates this statement.
     */
    public List<String> create(Table table) {
        List<String> rows = firstRows(table);
        List<String> all = EscapedComments.during(
                table,
                dialect,
                () -> statements(dialect.getTableExporter(), table).toList());
        return all.stream().filter(sql -> !rows.contains(sql)).toList();
    }

    /**
     * Returns the statements that insert the initial rows of a table, such as the first value of a table that replaces
     * a sequence.
     */
    public List<String> firstRows(Table table) {
        return table.getInitCommands(context).stream()
                .flatMap(command -> Arrays.stream(command.initCommands()))
                .toList();
    }

    /** Returns the statements for a sequence. */
    public List<String> create(Sequence sequence) {
        return statements(dialect.getSequenceExporter(), sequence).toList();
    }

    /** Returns the statements for an index. */
    public List<String> create(Index index) {
        return statements(dialect.getIndexExporter(), index).toList();
    }

    /** Returns the statement for a unique key; empty if the key is part of its table's statement. */
    public List<String> create(UniqueKey key) {
        return statements(dialect.getUniqueKeyExporter(), key).toList();
    }

    /**
     * Returns the statement for a foreign key; empty if Hibernate is configured not to create it or cannot create it.
     */
    public List<String> create(ForeignKey key) {
        return statements(dialect.getForeignKeyExporter(), key).toList();
    }

    /** Returns the statements for named types, and for the casts from and to them. */
    public List<String> types() {
        Stream<String> enums = metadata.getDatabase().getAuxiliaryDatabaseObjects().stream()
                .filter(object -> object.appliesToDialect(dialect) && object.beforeTablesOnCreation())
                .flatMap(object -> Arrays.stream(sql(object)))
                .filter(ModelDdl::createsType);
        return Stream.concat(enums, structures().values().stream().flatMap(List::stream))
                .toList();
    }

    /** Returns the statements for composite types, by type name, in executable order. */
    public Map<QualifiedName, List<String>> structures() {
        Map<QualifiedName, List<String>> all = new LinkedHashMap<>();
        namespaces()
                .flatMap(namespace -> namespace.getDependencyOrderedUserDefinedTypes().stream())
                .forEach(type -> all.put(
                        names.of(type.getQualifiedTableName()),
                        statements(dialect.getUserDefinedTypeExporter(), type).toList()));
        all.values().removeIf(List::isEmpty);
        return all;
    }

    private String[] sql(AuxiliaryDatabaseObject object) {
        return dialect.getAuxiliaryDatabaseObjectExporter().getSqlCreateStrings(object, metadata, context);
    }

    private static boolean createsType(String sql) {
        String text = sql.stripLeading().toLowerCase(Locale.ROOT);
        return Stream.of("create type ", "create cast ", "create domain ").anyMatch(text::startsWith);
    }

    private <T extends Exportable> Stream<String> statements(Exporter<T> exporter, T object) {
        return Arrays.stream(exporter.getSqlCreateStrings(object, metadata, context))
                .filter(sql -> sql != null && !sql.isBlank());
    }

    private Stream<Namespace> namespaces() {
        return StreamSupport.stream(metadata.getDatabase().getNamespaces().spliterator(), false);
    }
}
