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

    /** What happens to the values of a column when its type changes. */
    public enum ConversionEffect {
        /** The database keeps the meaning of every value that the new type can hold. */
        KEPT,
        /** An expression keeps the meaning of every value. */
        CONVERTED,
        /** The values can be converted, but only the user can decide whether they keep their meaning. */
        ASKED,
        /** No conversion is known. */
        REFUSED
    }

    /** The verb of the sentence that says what is wrong with values. */
    public enum LossVerb {
        /** They are something. */
        ARE("is", "are"),
        /** They have something. */
        HAVE("has", "have"),
        /** They do not do something. */
        DO("does", "do"),
        /** They mean something. */
        MEAN("means", "mean"),
        /** They become something. */
        BECOME("becomes", "become"),
        /** They cannot do something. */
        CANNOT("cannot", "cannot"),
        /** They may do something. */
        MAY("may", "may");

        private final String singular;
        private final String plural;

        LossVerb(String singular, String plural) {
            this.singular = singular;
            this.plural = plural;
        }

        /** Returns the verb after one value. */
        String singular() {
            return singular;
        }

        /** Returns the verb after several values. */
        String plural() {
            return plural;
        }
    }

    /**
     * The values that a new type cannot hold.
     *
     * @param condition selects them, in SQL with {@code %s} for the column
     * @param verb begins what is wrong with them
     * @param rest continues it: {@code longer than 10 characters}
     * @param cut replaces each of them if the user accepts the loss, in SQL of the old type with {@code %s}; null if
     *     impossible
     * @param cutting a description of the replacement: {@code cut them to 10 characters}
     */
    public record Loss(
            String condition,
            LossVerb verb,
            String rest,
            @Nullable String cut,
            String cutting) {

        /** Selects every value. */
        public static final String ANY_VALUE = "%s is not null";

        /** Creates a loss of values that cannot be replaced. */
        public Loss(String condition, LossVerb verb, String rest) {
            this(condition, verb, rest, null, "");
        }

        /** Returns what is wrong with several of them, as it follows their number: {@code are longer than 10 characters}. */
        public String problem() {
            return verb.plural() + " " + rest;
        }

        /** Returns what is wrong with one of them: {@code is longer than 10 characters}. */
        public String problemOfOne() {
            return verb.singular() + " " + rest;
        }

        Loss in(String placeholder, String zone) {
            return new Loss(condition.replace(placeholder, zone), verb, rest, cut, cutting);
        }

        /** Returns whether the values can be counted, which needs a known time zone. */
        public boolean isCountable() {
            return !condition.contains("{zone}");
        }

        /** Returns whether every value is lost. */
        public boolean isTotal() {
            return condition.equals(ANY_VALUE);
        }
    }
}
