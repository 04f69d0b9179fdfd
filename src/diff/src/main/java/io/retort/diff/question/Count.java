package io.retort.diff.question;

import java.util.Locale;

/**
 * A number of rows, which can be a lower bound.
 *
 * @param number the number of rows that were counted; not negative
 * @param more whether there can be more
 */
public record Count(long number, boolean more) {

    private static final long LARGE = 10_000;

    /** No rows at all. */
    public static final Count NONE = new Count(0, false);

    /** One row. */
    public static final Count ONE = new Count(1, false);

    /** An unknown number of rows, because the query timed out or failed. */
    public static final Count UNKNOWN = new Count(0, true);

    /** Whether there are no rows at all. */
    public boolean isNone() {
        return number == 0 && !more;
    }

    /** Whether an update of these rows should run in batches. An unknown number does not count as large. */
    public boolean isLarge() {
        return number >= LARGE;
    }

    /** Whether anything is known about the number. */
    public boolean isKnown() {
        return number > 0 || !more;
    }

    /**
     * Returns the number with a noun, such as {@code no rows}, {@code 1 row} or {@code at least 10 000 rows}.
     *
     * @param noun the noun in the singular, such as {@code row}
     */
    public String of(String noun) {
        if (!isKnown()) {
            return "an unknown number of " + noun + "s";
        }
        if (isNone()) {
            return "no " + noun + "s";
        }
        String digits = String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
        return (more ? "at least " : "") + digits + " " + noun + (number == 1 && !more ? "" : "s");
    }

    /**
     * Returns the verb form that agrees with the number, as in "1 row holds" and "2 rows hold".
     *
     * @param one the singular form
     * @param many the plural form
     */
    public String verb(String one, String many) {
        return number == 1 && !more ? one : many;
    }
}
