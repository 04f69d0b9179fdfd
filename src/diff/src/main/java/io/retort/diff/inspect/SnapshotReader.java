package io.retort.diff.inspect;

import static java.util.stream.Collectors.groupingBy;

import io.retort.dialect.Identifiers;
import io.retort.diff.inspect.product.Facts;
import io.retort.diff.inspect.product.Quirks;
import io.retort.diff.inspect.product.SqlText;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Deferral;
import io.retort.schema.Default;
import io.retort.schema.EnumType;
import io.retort.schema.Generation;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.Snapshot;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import schemacrawler.schema.AttributedObject;
import schemacrawler.schema.Catalog;
import schemacrawler.schema.TableConstraint;
import schemacrawler.schema.TableConstraintColumn;

/**
 * Turns what was read into our nouns.
 *
 * @param current the stored name of the current schema, which is left out of names and expressions
 */
record SnapshotReader(Quirks quirks, Identifiers identifiers, String current) {

    /** What was read beside SchemaCrawler. */
    record Beside(List<Facts> foreignKeys, List<Facts> indexParts, List<Facts> enumLabels) {}

    /** The same, grouped by the stored names of schema and table, then by the stored name of the thing. */
    private record ByTable(
            Map<List<String>, Map<String, List<Facts>>> foreignKeys,
            Map<List<String>, Map<String, List<Facts>>> indexes) {}

    Snapshot read(Catalog catalog, Beside beside) {
        ByTable byTable = new ByTable(
                grouped(beside.foreignKeys(), "CONSTRAINT_NAME"), grouped(beside.indexParts(), "INDEX_NAME"));
        return new Snapshot(
                catalog.getTables().stream().map(table -> table(table, byTable)).toList(),
                catalog.getSequences().stream().map(this::sequence).toList(),
                enumTypes(beside.enumLabels()));
    }

    private static Map<List<String>, Map<String, List<Facts>>> grouped(List<Facts> rows, String label) {
        return rows.stream()
                .collect(groupingBy(
                        row -> List.of(row.needed("TABLE_SCHEMA"), row.needed("TABLE_NAME")),
                        groupingBy(row -> row.needed(label))));
    }

    private List<EnumType> enumTypes(List<Facts> labels) {
        Map<QualifiedName, List<String>> types = new LinkedHashMap<>();
        for (Facts row : labels) {
            types.computeIfAbsent(name(row.needed("TYPE_SCHEMA"), row.needed("TYPE_NAME")), name -> new ArrayList<>())
                    .add(row.needed("LABEL"));
        }
        return types.entrySet().stream()
                .map(type -> new EnumType(type.getKey(), type.getValue()))
                .toList();
    }

    private Table table(schemacrawler.schema.Table found, ByTable byTable) {
        String schema = found.getSchema().getName();
        List<String> key = List.of(schema, found.getName());
        return quirks.tidied(new Table(
                name(schema, found.getName()),
                found.getColumns().stream()
                        .sorted(Comparator.comparingInt(schemacrawler.schema.Column::getOrdinalPosition))
                        .map(this::column)
                        .toList(),
                constraints(
                        found.getTableConstraints(),
                        byTable.foreignKeys().getOrDefault(key, Map.of()).values()),
                byTable.indexes().getOrDefault(key, Map.of()).values().stream()
                        .map(this::index)
                        .sorted(Comparator.comparing(Index::name))
                        .toList(),
                emptyIsNone(facts(found).text("COMMENT_TEXT"))));
    }

    private Column column(schemacrawler.schema.Column found) {
        Facts facts = facts(found);
        Generation generation = generation(facts);
        return new Column(
                identifiers.typed(found.getName()),
                spelled(quirks.type(facts)),
                found.isNullable(),
                generation == null ? spelled(quirks.defaultValue(facts)) : null,
                generation,
                facts.text("COLLATION_TEXT"),
                emptyIsNone(facts.text("COMMENT_TEXT")));
    }

    private @Nullable Generation generation(Facts column) {
        String computed = column.text("COMPUTED_TEXT");
        if (computed != null) {
            return new Generation.Computed(bare(computed), column.flag("IS_STORED"));
        }
        String identity = column.text("IDENTITY_KIND");
        return identity == null
                ? null
                : new Generation.Identity(
                        identity.equals("ALWAYS"),
                        column.numberOr("IDENTITY_START", 1),
                        column.numberOr("IDENTITY_STEP", 1));
    }

    /** Primary key, uniques, foreign keys, checks; each sort in the order of names. */
    private List<Constraint> constraints(Collection<TableConstraint> found, Collection<List<Facts>> foreignKeys) {
        List<Constraint> all = new ArrayList<>();
        found.forEach(constraint -> all.add(constraint(constraint)));
        foreignKeys.forEach(columns -> all.add(foreignKey(columns)));
        all.sort(Comparator.comparing(SnapshotReader::sort)
                .thenComparing(constraint -> Objects.requireNonNullElse(constraint.name(), "")));
        return all;
    }

    private static int sort(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey) {
            return 0;
        }
        return constraint instanceof Constraint.Unique ? 1 : constraint instanceof Constraint.ForeignKey ? 2 : 3;
    }

    private Constraint constraint(TableConstraint found) {
        String name = identifiers.typed(found.getName());
        Facts facts = facts(found);
        return switch (found.getType()) {
            case primary_key -> new Constraint.PrimaryKey(primaryKeyName(found.getName()), columns(found));
            case unique ->
                new Constraint.Unique(
                        name,
                        columns(found),
                        facts.flag("NULLS_EQUAL"),
                        deferral(found.isDeferrable(), found.isInitiallyDeferred()));
            case check ->
                new Constraint.Check(
                        name, bare(Objects.requireNonNullElseGet(facts.text("CHECK_TEXT"), found::getDefinition)));
            default -> throw new IllegalStateException("a constraint of an unknown sort: " + found);
        };
    }

    private @Nullable String primaryKeyName(String stored) {
        String name = quirks.primaryKeyName(stored);
        return name == null ? null : identifiers.typed(name);
    }

    private List<String> columns(TableConstraint found) {
        return found.getConstrainedColumns().stream()
                .sorted(Comparator.comparingInt(TableConstraintColumn::getTableConstraintOrdinalPosition))
                .map(column -> identifiers.typed(column.getName()))
                .toList();
    }

    private Constraint.ForeignKey foreignKey(List<Facts> columns) {
        Facts first = columns.get(0);
        return new Constraint.ForeignKey(
                identifiers.typed(first.needed("CONSTRAINT_NAME")),
                typed(columns, "COLUMN_NAME"),
                name(first.needed("REFERENCED_SCHEMA"), first.needed("REFERENCED_TABLE")),
                typed(columns, "REFERENCED_COLUMN"),
                quirks.action(first.needed("DELETE_RULE")),
                quirks.action(first.needed("UPDATE_RULE")),
                deferral(first.flag("IS_DEFERRABLE"), first.flag("INITIALLY_DEFERRED")));
    }

    private List<String> typed(List<Facts> rows, String label) {
        return rows.stream().map(row -> identifiers.typed(row.needed(label))).toList();
    }

    private static Deferral deferral(boolean deferrable, boolean initially) {
        return !deferrable ? Deferral.NOT_DEFERRABLE : initially ? Deferral.INITIALLY_DEFERRED : Deferral.DEFERRABLE;
    }

    private Index index(List<Facts> parts) {
        Facts first = parts.get(0);
        String predicate = first.text("PREDICATE");
        return new Index(
                identifiers.typed(first.needed("INDEX_NAME")),
                parts.stream().map(this::part).toList(),
                first.flag("IS_UNIQUE"),
                predicate == null ? null : bare(predicate),
                first.text("METHOD"));
    }

    private Index.Part part(Facts row) {
        boolean expression = row.flag("IS_EXPRESSION");
        String text = row.needed("PART");
        String nulls = row.text("NULLS_PLACE");
        return new Index.Part(
                expression ? bare(text) : identifiers.typed(text),
                expression,
                row.flag("IS_DESCENDING"),
                nulls == null ? Index.Nulls.UNSPECIFIED : Index.Nulls.valueOf(nulls));
    }

    private Sequence sequence(schemacrawler.schema.Sequence found) {
        Quirks.UsualSequence usual = quirks.usualSequence();
        boolean up = found.getIncrement() > 0;
        return new Sequence(
                name(found.getSchema().getName(), found.getName()),
                found.getStartValue().longValueExact(),
                found.getIncrement(),
                unusual(found.getMinimumValue(), up ? usual.minimum() : usual.lowest()),
                unusual(found.getMaximumValue(), up ? usual.maximum() : usual.highest()),
                unusual(BigInteger.valueOf(facts(found).numberOr("CACHE_SIZE", usual.cache())), usual.cache()),
                found.isCycle());
    }

    private static @Nullable Long unusual(BigInteger value, long usual) {
        return value.equals(BigInteger.valueOf(usual)) ? null : value.longValueExact();
    }

    private QualifiedName name(String schema, String name) {
        return new QualifiedName(schema.equals(current) ? null : identifiers.typed(schema), identifiers.typed(name));
    }

    private String bare(String expression) {
        return SqlText.bare(spelled(expression));
    }

    private String spelled(String expression) {
        return quirks.settled(SqlText.without(quirks.inExpressions(current), expression));
    }

    private @Nullable Default spelled(@Nullable Default value) {
        return value instanceof Default.Expression expression
                ? new Default.Expression(spelled(expression.sql()))
                : value;
    }

    private SqlType spelled(SqlType type) {
        SqlType element = type.element();
        if (element != null) {
            return SqlType.arrayOf(spelled(element));
        }
        String text = type.text();
        return text == null ? type : SqlType.other(spelled(text));
    }

    private static Facts facts(AttributedObject found) {
        return new Facts(found.getAttributes());
    }

    private static @Nullable String emptyIsNone(@Nullable String comment) {
        return comment == null || comment.isEmpty() ? null : comment;
    }
}
