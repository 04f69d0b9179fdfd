package io.retort.diff.internal.inspect;

import io.retort.error.RetortException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One catalog row, by column label.
 *
 * @param values the values by label; labels are in upper case
 */
record CatalogRow(Map<String, @Nullable Object> values) {

    /**
     * Returns the value of a column as text; null if the row has no value.
     *
     * @param label the column label, in upper case
     */
    @Nullable
    public String text(String label) {
        Object value = values.get(label);
        return value == null ? null : OuterSpaces.plain(value.toString());
    }

    /**
     * Returns the value of a required column as text.
     *
     * @param label the column label, in upper case
     * @throws RetortException if the row has no value
     */
    public String needed(String label) {
        String text = text(label);
        if (text == null) {
            throw new RetortException(
                    "The database's catalog does not show this user the "
                            + label.toLowerCase(Locale.ROOT).replace('_', ' ') + " of " + values + ".",
                    "Compare as the owner of the tables, or grant this user the privilege to read the catalog.");
        }
        return text;
    }

    /** Returns a copy with a value added or replaced. */
    CatalogRow with(String label, @Nullable Object value) {
        Map<String, @Nullable Object> all = new HashMap<>(values);
        all.put(label, value);
        return new CatalogRow(all);
    }

    /**
     * Whether the value of a column is true, in any spelling that databases use. A missing value is false.
     *
     * @param label the column label, in upper case
     */
    public boolean flag(String label) {
        String text = Objects.requireNonNullElse(text(label), "").toLowerCase(Locale.ROOT);
        return text.equals("true") || text.equals("yes") || text.equals("t") || text.equals("1");
    }

    /**
     * Returns the value of a column as a number.
     *
     * @param label the column label, in upper case
     * @param fallback the result if the row has no value
     */
    public long numberOr(String label, long fallback) {
        String text = text(label);
        return text == null ? fallback : Long.parseLong(text);
    }
}
