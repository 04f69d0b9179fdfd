package io.retort.operation;

import io.retort.schema.Column;
import io.retort.schema.Column.Generation;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Action;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.Deferral;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.Default;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Renders schema objects as calls of {@code io.retort.migration.Definitions}. */
final class SchemaSource {

    private SchemaSource() {}

    /**
     * Renders a table without its indexes as the arguments of a method: {@code createTable("customer", column(...))}.
     */
    public static JavaCall table(String method, Table table) {
        List<@Nullable Object> arguments = new ArrayList<>();
        arguments.add(table.name().toString());
        for (Table.Element element : table.elements()) {
            arguments.add(element(element));
        }
        return JavaCall.of(method, arguments.toArray()).onePerLine();
    }

    /** Renders a table with its indexes. */
    public static JavaCall wholeTable(Table table) {
        JavaCall call = table("table", table);
        return table.indexes().isEmpty()
                ? call
                : call.then(
                        "indexed",
                        table.indexes().stream().map(SchemaSource::index).toArray());
    }

    private static JavaCall element(Table.Element element) {
        if (element instanceof Column column) {
            return column(column);
        }
        if (element instanceof Constraint constraint) {
            return constraint(constraint);
        }
        return element instanceof Table.Comment comment
                ? JavaCall.of("comment", comment.text())
                : JavaCall.of("option", ((Table.Option) element).words());
    }

    /** Renders a column: {@code column("email", varchar(255)).notNull()}. */
    public static JavaCall column(Column column) {
        JavaCall call = JavaCall.of("column", column.name(), type(column.type()));
        if (!column.nullable()) {
            call = call.then("notNull");
        }
        call = generation(defaultValue(call, column.defaultValue()), column.generation());
        if (column.collation() != null) {
            call = call.then("collation", column.collation());
        }
        return column.comment() == null ? call : call.then("comment", column.comment());
    }

    private static JavaCall defaultValue(JavaCall column, @Nullable Default value) {
        if (value instanceof Default.Literal literal) {
            return column.then(literal.temporary() ? "temporaryDefault" : "defaultValue", literal.value());
        }
        return value instanceof Default.Expression expression
                ? column.then("defaultExpression", expression.sql())
                : column;
    }

    private static JavaCall generation(JavaCall column, @Nullable Generation generation) {
        if (generation instanceof Generation.Computed computed) {
            return column.then(computed.stored() ? "computed" : "computedVirtual", computed.expression());
        }
        if (generation instanceof Generation.Identity identity) {
            boolean plain = identity.start() == 1 && identity.increment() == 1;
            String method = identity.always() ? "identityAlways" : "identity";
            return plain ? column.then(method) : column.then("withGeneration", identity(method, identity));
        }
        return column;
    }

    private static JavaCall identity(String method, Generation.Identity identity) {
        JavaCall call = JavaCall.of(method);
        call = identity.start() == 1 ? call : call.then("startWith", number(identity.start()));
        return identity.increment() == 1 ? call : call.then("incrementBy", number(identity.increment()));
    }

    /** Renders a type: {@code varchar(255)}. */
    public static JavaCall type(SqlType type) {
        return switch (type.kind()) {
            case OTHER -> JavaCall.of("type", type.text());
            case ENUM ->
                JavaCall.of(
                        "enumOf",
                        Stream.concat(type.arguments().stream(), type.values().stream())
                                .toArray());
            case ARRAY -> JavaCall.of("arrayOf", type.element() == null ? null : type(type.element()));
            case BOOLEAN -> JavaCall.of("bool");
            case DOUBLE -> JavaCall.of("doublePrecision");
            case FLOAT -> JavaCall.of("floating", type.arguments().toArray());
            case CHAR -> JavaCall.of("character", type.arguments().toArray());
            case TIME_WITH_TIME_ZONE ->
                JavaCall.of("timeWithTimeZone", type.arguments().toArray());
            case TIMESTAMP_WITH_TIME_ZONE ->
                JavaCall.of("timestampWithTimeZone", type.arguments().toArray());
            default ->
                JavaCall.of(
                        type.kind().name().toLowerCase(Locale.ROOT),
                        type.arguments().toArray());
        };
    }

    /** Renders a constraint: {@code unique("uk_email", "email")}. */
    public static JavaCall constraint(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            JavaCall call = JavaCall.of("primaryKey", key.columns().toArray());
            return key.name() == null ? call : call.then("named", key.name());
        }
        if (constraint instanceof Unique unique) {
            JavaCall call = deferral(named("unique", unique.name(), unique.columns()), unique.deferral());
            return unique.nullsNotDistinct() ? call.then("nullsEqual") : call;
        }
        if (constraint instanceof ForeignKey key) {
            return foreignKey(key);
        }
        Check check = (Check) constraint;
        return JavaCall.of("check", check.name(), check.expression());
    }

    private static JavaCall foreignKey(ForeignKey key) {
        List<String> target = new ArrayList<>(List.of(key.referencedTable().toString()));
        target.addAll(key.referencedColumns());
        JavaCall call = named("foreignKey", key.name(), key.columns()).then("references", target.toArray());
        if (key.onDelete() != Action.NO_ACTION) {
            call = call.then("onDelete", JavaCall.raw(key.onDelete().name()));
        }
        if (key.onUpdate() != Action.NO_ACTION) {
            call = call.then("onUpdate", JavaCall.raw(key.onUpdate().name()));
        }
        return deferral(call, key.deferral());
    }

    private static JavaCall deferral(JavaCall constraint, Deferral deferral) {
        return deferral == Deferral.NOT_DEFERRABLE
                ? constraint
                : constraint.then("deferred", JavaCall.raw(deferral.name()));
    }

    private static JavaCall named(String method, String name, List<String> columns) {
        List<String> arguments = new ArrayList<>(List.of(name));
        arguments.addAll(columns);
        return JavaCall.of(method, arguments.toArray());
    }

    /** Renders an index: {@code index("ix_name", "name").descending("email")}. */
    public static JavaCall index(Index index) {
        JavaCall call = JavaCall.of("index", index.name());
        boolean first = true;
        for (Index.Part part : index.parts()) {
            first &= part.plain();
            call = first ? call.with(part.text()) : part(call, part);
        }
        if (index.unique()) {
            call = call.then("asUnique");
        }
        if (index.method() != null) {
            call = call.then("using", index.method());
        }
        return index.where() == null ? call : call.then("where", index.where());
    }

    private static JavaCall part(JavaCall index, Index.Part part) {
        JavaCall call = index.then(word(part), part.text());
        return switch (part.nulls()) {
            case UNSPECIFIED -> call;
            case FIRST -> call.then("nullsFirst");
            case LAST -> call.then("nullsLast");
        };
    }

    private static String word(Index.Part part) {
        if (part.expression()) {
            return part.descending() ? "descendingExpression" : "expression";
        }
        return part.descending() ? "descending" : "ascending";
    }

    /** Renders a sequence: {@code sequence("customer_seq").incrementBy(50)}. */
    public static JavaCall sequence(Sequence sequence) {
        JavaCall call = JavaCall.of("sequence", sequence.name().toString());
        call = sequence.start() == 1 ? call : call.then("startWith", number(sequence.start()));
        call = sequence.increment() == 1 ? call : call.then("incrementBy", number(sequence.increment()));
        call = sequence.minimum() == null ? call : call.then("minimum", sequence.minimum());
        call = sequence.maximum() == null ? call : call.then("maximum", sequence.maximum());
        call = sequence.cache() == null ? call : call.then("cache", sequence.cache());
        return sequence.cycle() ? call.then("cycling") : call;
    }

    private static Number number(long value) {
        return value == (int) value ? (Number) (int) value : (Number) value;
    }

    /** Renders rows as the arguments of a method: {@code insert("role", columns("id"), row(1))}. */
    public static JavaCall rows(
            String method, QualifiedName table, List<String> columns, List<List<@Nullable Object>> rows) {
        List<@Nullable Object> arguments = new ArrayList<>();
        arguments.add(table.toString());
        arguments.add(JavaCall.of("columns", columns.toArray()));
        rows.forEach(row -> arguments.add(row(row)));
        JavaCall call = JavaCall.of(method, arguments.toArray());
        return rows.size() > 1 ? call.onePerLine() : call;
    }

    /** Returns the call that creates rows. */
    static JavaCall rows(Rows rows) {
        if (rows.isEmpty()) {
            return JavaCall.of("noRows");
        }
        List<@Nullable Object> arguments = new ArrayList<>();
        arguments.add(JavaCall.of("columns", rows.columns().toArray()));
        rows.rows().forEach(row -> arguments.add(row(row)));
        JavaCall call = JavaCall.of("rows", arguments.toArray());
        return rows.rows().size() > 1 ? call.onePerLine() : call;
    }

    private static JavaCall row(List<@Nullable Object> values) {
        boolean loneNull = values.size() == 1 && values.get(0) == null;
        return loneNull ? JavaCall.of("row", JavaCall.raw("(Object) null")) : JavaCall.of("row", values.toArray());
    }
}
