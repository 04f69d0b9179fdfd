package io.retort.dialect.conversion;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of the values of one column.
 *
 * @param verdict what becomes of those that the new type can hold
 * @param expression how a value is converted, in SQL with {@code %s} for the column; null to leave it to the database
 * @param loss which values the new type cannot hold; null if there are none
 * @param why the reason
 */
public record Conversion(
        Verdict verdict,
        @Nullable String expression,
        @Nullable Loss loss,
        String why) {

    private static final String ZONE = "{zone}";

    /** Nothing happens to the values. */
    public static final Conversion NOTHING = new Conversion(Verdict.KEPT, null, null, "the same type");

    /** Whether every value and its meaning stays, whatever it is. */
    public boolean keepsAll() {
        return verdict == Verdict.KEPT && loss == null;
    }

    /** Whether it depends on a time zone. */
    public boolean needsZone() {
        return expression != null && expression.contains(ZONE);
    }

    /** The same in a time zone. */
    public Conversion in(String zone) {
        String name = zone.replace("'", "''");
        return new Conversion(
                verdict,
                expression == null ? null : expression.replace(ZONE, name),
                loss == null ? null : loss.in(ZONE, name),
                why);
    }
}
