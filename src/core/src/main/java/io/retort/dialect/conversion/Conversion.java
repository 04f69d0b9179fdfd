package io.retort.dialect.conversion;

import org.jspecify.annotations.Nullable;

/**
 * What happens to the values of a column when its type changes.
 *
 * @param verdict what happens to the values that the new type can hold
 * @param expression converts a value, in SQL with {@code %s} for the column; null for the database's own conversion
 * @param loss the values that the new type cannot hold; null if it can hold all values
 * @param why the reason
 */
public record Conversion(
        ConversionEffect verdict,
        @Nullable String expression,
        @Nullable Loss loss,
        String why) {

    private static final String ZONE = "{zone}";

    /** Nothing happens to the values. */
    public static final Conversion NOTHING = new Conversion(ConversionEffect.KEPT, null, null, "the same type");

    /** Returns whether every value keeps its meaning. */
    public boolean keepsAll() {
        return verdict == ConversionEffect.KEPT && loss == null;
    }

    /** Returns whether the conversion depends on a time zone. */
    public boolean needsZone() {
        return expression != null && expression.contains(ZONE);
    }

    /** Returns the conversion for a time zone. */
    public Conversion in(String zone) {
        String name = zone.replace("'", "''");
        return new Conversion(
                verdict,
                expression == null ? null : expression.replace(ZONE, name),
                loss == null ? null : loss.in(ZONE, name),
                why);
    }
}
