package io.retort.internal.prepare;

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
import io.retort.schema.EnumType;
import io.retort.schema.Index;
import io.retort.schema.Sequence;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import org.jspecify.annotations.Nullable;

/** Schema objects in the {@link CanonicalForm} of an operation. */
final class CanonicalSchema {

    private CanonicalSchema() {}

    static CanonicalText table(Table table) {
        return CanonicalText.of("table")
                .put("name", table.name())
                .put(
                        "columns",
                        table.columns().stream().map(CanonicalSchema::column).toList())
                .put(
                        "constraints",
                        table.constraints().stream()
                                .map(CanonicalSchema::constraint)
                                .toList())
                .put(
                        "indexes",
                        table.indexes().stream().map(CanonicalSchema::index).toList())
                .put("comment", table.comment())
                .put("options", table.options());
    }

    static CanonicalText column(Column column) {
        return CanonicalText.of("column")
                .put("name", column.name())
                .put("type", type(column.type()))
                .put("required", !column.nullable())
                .put("default", defaultValue(column.defaultValue()))
                .put("generation", generation(column.generation()))
                .put("collation", column.collation())
                .put("comment", column.comment());
    }

    private static @Nullable CanonicalText defaultValue(@Nullable Default value) {
        if (value instanceof Default.Literal literal) {
            return CanonicalText.of("literal").put("value", literal.value());
        }
        return value instanceof Default.Expression expression
                ? CanonicalText.of("expression").put("sql", expression.sql())
                : null;
    }

    private static @Nullable CanonicalText generation(@Nullable Generation generation) {
        if (generation instanceof Generation.Identity identity) {
            return CanonicalText.of("identity")
                    .put("always", identity.always())
                    .put("start", unless(1, identity.start()))
                    .put("increment", unless(1, identity.increment()));
        }
        return generation instanceof Generation.Computed computed
                ? CanonicalText.of("computed").put("sql", computed.expression()).put("virtual", !computed.stored())
                : null;
    }

    static CanonicalText type(SqlType type) {
        return CanonicalText.of("type")
                .put("kind", type.kind())
                .put("arguments", type.arguments())
                .put("constants", type.values())
                .put("element", type.element() == null ? null : type(type.element()))
                .put("text", type.text());
    }

    static @Nullable CanonicalText constraint(@Nullable Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return CanonicalText.of("primary-key").put("name", key.name()).put("columns", key.columns());
        }
        if (constraint instanceof Unique unique) {
            return CanonicalText.of("unique")
                    .put("name", unique.name())
                    .put("columns", unique.columns())
                    .put("equal-nulls", unique.nullsNotDistinct())
                    .put("checked", unless(Deferral.NOT_DEFERRABLE, unique.deferral()));
        }
        if (constraint instanceof ForeignKey key) {
            return foreignKey(key);
        }
        return constraint instanceof Check check
                ? CanonicalText.of("check").put("name", check.name()).put("sql", check.expression())
                : null;
    }

    private static CanonicalText foreignKey(ForeignKey key) {
        return CanonicalText.of("foreign-key")
                .put("name", key.name())
                .put("columns", key.columns())
                .put("to-table", key.referencedTable())
                .put("to-columns", key.referencedColumns())
                .put("on-delete", unless(Action.NO_ACTION, key.onDelete()))
                .put("on-update", unless(Action.NO_ACTION, key.onUpdate()))
                .put("checked", unless(Deferral.NOT_DEFERRABLE, key.deferral()));
    }

    static CanonicalText index(Index index) {
        return CanonicalText.of("index")
                .put("name", index.name())
                .put("parts", index.parts().stream().map(CanonicalSchema::part).toList())
                .put("unique", index.unique())
                .put("where", index.where())
                .put("method", index.method());
    }

    private static CanonicalText part(Index.Part part) {
        return CanonicalText.of(part.expression() ? "sql" : "column")
                .put("text", part.text())
                .put("descending", part.descending())
                .put("nulls", unless(Index.Nulls.UNSPECIFIED, part.nulls()));
    }

    static CanonicalText sequence(Sequence sequence) {
        return CanonicalText.of("sequence")
                .put("name", sequence.name())
                .put("start", unless(1, sequence.start()))
                .put("increment", unless(1, sequence.increment()))
                .put("minimum", sequence.minimum())
                .put("maximum", sequence.maximum())
                .put("cache", sequence.cache())
                .put("cycle", sequence.cycle());
    }

    static CanonicalText enumType(EnumType type) {
        return CanonicalText.of("enum").put("name", type.name()).put("constants", type.values());
    }

    private static @Nullable Object unless(Object standard, Object value) {
        return standard.equals(value) ? null : value;
    }

    private static @Nullable Object unless(long standard, long value) {
        return value == standard ? null : value;
    }
}
