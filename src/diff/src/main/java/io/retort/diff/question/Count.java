package io.retort.diff.question;

import java.util.Locale;

/**
 * How many rows were found, as far as was looked.
 *
 * @param number how many; not negative
 * @param more whether there may be more than that
 */
public record Count(long number, boolean more) {

    /** Nothing was found, and everything was looked at. */
    public static final Count NONE = new Count(0, false);

    /** The database was too slow, or would not say. */
    public static final Count UNKNOWN = new Count(0, true);

    /** Whether there is nothing at all. */
    public boolean isNone() {
        return number == 0 && !more;
    }

    /** Whether the database has said anything. */
    public boolean isKnown() {
        return number > 0 || !more;
    }

    /** A number of things in words: {@code no rows}, {@code 1 row}, {@code at least 10 000 rows}. */
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

    /** The word that goes with it: one row holds, two rows hold. */
    public String verb(String one, String many) {
        return number == 1 && !more ? one : many;
    }
}
