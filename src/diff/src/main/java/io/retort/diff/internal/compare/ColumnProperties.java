package io.retort.diff.internal.compare;

import io.retort.diff.internal.compare.SchemaOwnership.Property;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation.Identity;
import io.retort.schema.Default;
import io.retort.schema.SqlType.Kind;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Column properties that can be set directly in the database and that entities can leave undefined. */
final class ColumnProperties {

    private static final String ON_UPDATE = " on update ";

    private static final Set<Kind> TEXTS =
            Set.of(Kind.CHAR, Kind.VARCHAR, Kind.NCHAR, Kind.NVARCHAR, Kind.TEXT, Kind.CLOB, Kind.NCLOB);

    private static final Set<Kind> NUMBERS = Set.of(
            Kind.TINYINT, Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT, Kind.REAL, Kind.DOUBLE, Kind.FLOAT, Kind.NUMERIC);

    private ColumnProperties() {}

    /** Whether the database has the property and the model does not define it. */
    static boolean isExtra(Property property, Column live, Column model) {
        return switch (property) {
            case DEFAULT -> isExtraDefault(live, model);
            case COMMENT -> live.comment() != null && model.comment() == null;
            case COLLATION -> live.collation() != null && model.collation() == null;
            case IDENTITY ->
                live.generation() instanceof Identity
                        && model.generation() instanceof Identity
                        && !live.generation().equals(model.generation());
        };
    }

    private static boolean isExtraDefault(Column live, Column model) {
        boolean plain = live.generation() == null && model.generation() == null;
        boolean extra = live.defaultValue() != null && model.defaultValue() == null;
        return plain && (extra || onUpdate(live) != null && onUpdate(model) == null);
    }

    /** Whether a column can keep the property with the type that the model gives it. */
    static boolean fits(Property property, Column live, Column model) {
        Kind was = live.type().kind();
        Kind is = model.type().kind();
        return switch (property) {
            case DEFAULT ->
                live.type().equals(model.type())
                        || (was == is && was != Kind.ENUM && was != Kind.OTHER)
                        || (TEXTS.contains(was) && TEXTS.contains(is))
                        || (NUMBERS.contains(was) && NUMBERS.contains(is))
                        || (was == Kind.ENUM && is == Kind.ENUM && isLabel(live.defaultValue(), model));
            case COLLATION -> live.type().equals(model.type()) || TEXTS.contains(is);
            case COMMENT, IDENTITY -> true;
        };
    }

    /** Whether an expression over the live column remains valid for the column of the model. */
    static boolean isSameSort(Column live, Column model) {
        Kind was = live.type().kind();
        Kind is = model.type().kind();
        return was == is
                || (TEXTS.contains(was) && TEXTS.contains(is))
                || (NUMBERS.contains(was) && NUMBERS.contains(is));
    }

    private static boolean isLabel(@Nullable Default value, Column model) {
        return value instanceof Default.Literal literal
                && model.type().values().contains(String.valueOf(literal.value()));
    }

    /** Returns the column of the model with the property as the database has it. */
    static Column kept(Property property, Column live, Column model) {
        return switch (property) {
            case DEFAULT -> model.withDefault(keptDefault(live, model));
            case COMMENT -> model.comment(live.comment());
            case COLLATION -> model.collation(live.collation());
            case IDENTITY -> model.withGeneration(live.generation());
        };
    }

    /** The entities define the default of a new row, but not {@code on update}, so that clause is kept. */
    private static @Nullable Default keptDefault(Column live, Column model) {
        return model.defaultValue() == null
                ? live.defaultValue()
                : new Default.Expression(model.defaultValue() + String.valueOf(onUpdate(live)));
    }

    private static @Nullable String onUpdate(Column column) {
        String text = column.defaultValue() instanceof Default.Expression expression ? expression.sql() : "";
        int start = text.toLowerCase(Locale.ROOT).indexOf(ON_UPDATE);
        return start < 0 ? null : text.substring(start);
    }
}
