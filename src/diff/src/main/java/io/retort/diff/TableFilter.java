package io.retort.diff;

import io.retort.diff.internal.compare.ComparisonContext;
import io.retort.internal.state.SchemaObject;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.EnumType;
import io.retort.schema.Identifier;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Selects the tables, sequences and types to compare, by name. What the filter excludes is ignored on both sides: it is
 * neither proposed nor listed.
 *
 * <p>In a pattern, {@code *} matches any characters, and case is ignored. A pattern with a dot matches the schema and
 * name of a table, or a table and an object in it. The primary key of a table is also named {@code primary key}.
 *
 * <pre>{@code
 * new TableFilter(List.of("shop_*"), List.of("shop_audit", "shop_customer.ix_*"));
 * }</pre>
 *
 * @param include the patterns of which at least one must match; empty to include everything
 * @param exclude the patterns of which none can match; empty to exclude nothing
 */
public record TableFilter(List<String> include, List<String> exclude) implements Predicate<QualifiedName> {

    /** A filter that includes everything. */
    public static final TableFilter NONE = new TableFilter(List.of(), List.of());

    /**
     * Creates a filter.
     *
     * @throws NullPointerException if a list or a pattern is null
     */
    public TableFilter {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /**
     * Whether the filter includes a table, sequence or type.
     *
     * @param name the name of the object, with or without its schema
     * @return whether an include pattern matches or no include patterns are set, and no exclude pattern matches
     */
    @Override
    public boolean test(QualifiedName name) {
        boolean included = include.isEmpty() || include.stream().anyMatch(pattern -> fits(pattern, name));
        return included && exclude.stream().noneMatch(pattern -> fits(pattern, name));
    }

    /**
     * Returns a copy that also excludes objects.
     *
     * @param patterns the further patterns, as in {@code exclude}
     */
    public TableFilter excluding(List<String> patterns) {
        List<String> all = new ArrayList<>(exclude);
        all.addAll(patterns);
        return new TableFilter(include, all);
    }

    /** Returns the patterns that should exclude something, and match no object of any of these schemas. */
    List<String> unmatched(Snapshot... schemas) {
        return exclude.stream()
                .filter(pattern -> Stream.of(schemas).noneMatch(schema -> isIn(schema, pattern)))
                .toList();
    }

    private static boolean isIn(Snapshot schema, String pattern) {
        return schema.tables().stream()
                        .anyMatch(table -> fits(pattern, table.name())
                                || pattern.indexOf('.') >= 0 && inside(table).anyMatch(name -> fits(pattern, name)))
                || schema.sequences().stream().anyMatch(sequence -> fits(pattern, sequence.name()))
                || schema.enumTypes().stream().anyMatch(type -> fits(pattern, type.name()));
    }

    /** Returns the objects within a table, with and without its schema. */
    private static Stream<String> inside(Table table) {
        QualifiedName name = table.name();
        String owner = Identifier.parse(name.name()).text() + ".";
        String schema =
                name.schema() == null ? "" : Identifier.parse(name.schema()).text() + ".";
        return Stream.of(
                        table.columns().stream().map(Column::name),
                        table.indexes().stream().map(Index::name),
                        table.constraints().stream().map(Constraint::name).filter(Objects::nonNull),
                        table.primaryKey().stream().map(key -> SchemaObject.PRIMARY_KEY))
                .flatMap(names -> names)
                .map(inside -> owner + Identifier.parse(inside).text())
                .flatMap(inside -> schema.isEmpty() ? Stream.of(inside) : Stream.of(inside, schema + inside));
    }

    ComparisonContext of(ComparisonContext schemas) {
        return include.isEmpty() && exclude.isEmpty()
                ? schemas
                : schemas.with(
                                of(schemas.live()),
                                of(schemas.wanted()),
                                of(schemas.declared()),
                                schemas.ours().excluding(this::excludesInside))
                        .beside(schemas.live().tables().stream()
                                .filter(table -> !test(table.name()))
                                .toList());
    }

    /** Whether a pattern excludes an object within a table that is itself included. */
    private boolean excludesInside(QualifiedName table, String object) {
        String text = Identifier.parse(object).text();
        String owner = Identifier.parse(table.name()).text();
        return exclude.stream()
                .filter(pattern -> pattern.indexOf('.') >= 0)
                .anyMatch(pattern -> fits(pattern, owner + "." + text)
                        || table.schema() != null
                                && fits(
                                        pattern,
                                        Identifier.parse(table.schema()).text() + "." + owner + "." + text));
    }

    private Snapshot of(Snapshot snapshot) {
        List<Table> tables =
                snapshot.tables().stream().filter(table -> test(table.name())).toList();
        List<Sequence> sequences = snapshot.sequences().stream()
                .filter(sequence -> test(sequence.name()))
                .toList();
        List<EnumType> types =
                snapshot.enumTypes().stream().filter(type -> test(type.name())).toList();
        return new Snapshot(tables, sequences, types);
    }

    private static boolean fits(String pattern, QualifiedName name) {
        boolean qualified = pattern.indexOf('.') >= 0;
        String schema = name.schema();
        String text = Identifier.parse(name.name()).text();
        String whole = qualified && schema != null ? Identifier.parse(schema).text() + "." + text : text;
        return fits(pattern, whole);
    }

    private static boolean fits(String pattern, String whole) {
        String regex = Pattern.compile("\\*")
                .splitAsStream(pattern.strip() + " ")
                .map(Pattern::quote)
                .reduce((left, right) -> left + ".*" + right)
                .orElse("");
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE)
                .matcher(whole + " ")
                .matches();
    }
}
