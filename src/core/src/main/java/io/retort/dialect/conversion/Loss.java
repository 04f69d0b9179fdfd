package io.retort.dialect.conversion;

import org.jspecify.annotations.Nullable;

/**
 * The values that a new type cannot hold.
 *
 * @param condition which they are, in SQL with {@code %s} for the column
 * @param what what is wrong with them, behind their number: {@code are longer than 10 characters}
 * @param cut what each of them becomes when a person gives it up, in SQL of the old type with {@code %s}; null if it cannot
 *     be cut
 * @param cutting how they are cut, in words: {@code cut them to 10 characters}
 * @param enforced whether the product itself refuses to change the type while there are such values
 */
public record Loss(String condition, String what, @Nullable String cut, String cutting, boolean enforced) {

    /** Every value. */
    public static final String ANY_VALUE = "%s is not null";

    public Loss(String condition, String what) {
        this(condition, what, null, "");
    }

    public Loss(String condition, String what, @Nullable String cut, String cutting) {
        this(condition, what, cut, cutting, false);
    }

    /** The same where the product itself refuses the values. */
    public Loss enforcedIf(boolean refusing) {
        return new Loss(condition, what, cut, cutting, refusing);
    }

    Loss in(String placeholder, String zone) {
        return new Loss(condition.replace(placeholder, zone), what, cut, cutting, enforced);
    }

    /** Whether it can be counted: not before a time zone is known. */
    public boolean isCountable() {
        return !condition.contains("{zone}");
    }

    /** Whether it is every value. */
    public boolean isTotal() {
        return condition.equals(ANY_VALUE);
    }
}
