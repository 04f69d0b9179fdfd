package io.retort.dialect.conversion;

import org.jspecify.annotations.Nullable;

/**
 * The values that a new type cannot hold.
 *
 * @param condition selects them, in SQL with {@code %s} for the column
 * @param what what is wrong with them, as it follows their number: {@code are longer than 10 characters}
 * @param cut replaces each of them if the user accepts the loss, in SQL of the old type with {@code %s}; null if
 *     impossible
 * @param cutting a description of the replacement: {@code cut them to 10 characters}
 */
public record Loss(String condition, String what, @Nullable String cut, String cutting) {

    /** Selects every value. */
    public static final String ANY_VALUE = "%s is not null";

    /** Creates a loss of values that cannot be replaced. */
    public Loss(String condition, String what) {
        this(condition, what, null, "");
    }

    Loss in(String placeholder, String zone) {
        return new Loss(condition.replace(placeholder, zone), what, cut, cutting);
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
