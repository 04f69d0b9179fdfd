package io.retort.diff.inspect.product;

import io.retort.error.RetortException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a catalog says about one thing: a row, by the labels of its columns.
 *
 * @param values by label in upper case
 */
public record Facts(Map<String, @Nullable Object> values) {

    /** The text under a label; null if the catalog has none. */
    @Nullable
    public String text(String label) {
        Object value = values.get(label);
        return value == null ? null : value.toString();
    }

    /**
     * The text under a label.
     *
     * @throws RetortException if the catalog has none
     */
    public String needed(String label) {
        String text = text(label);
        if (text == null) {
            throw new RetortException(
                    "The database's catalog does not tell this user the "
                            + label.toLowerCase(Locale.ROOT).replace('_', ' ') + " of " + values + ".",
                    "Compare as the owner of the tables, or give this user the right to read the catalog.");
        }
        return text;
    }

    /** The same thing, with one more value or another one. */
    Facts with(String label, @Nullable Object value) {
        Map<String, @Nullable Object> all = new HashMap<>(values);
        all.put(label, value);
        return new Facts(all);
    }

    /** True for a database's ways of saying yes. */
    public boolean flag(String label) {
        String text = Objects.requireNonNullElse(text(label), "").toLowerCase(Locale.ROOT);
        return text.equals("true") || text.equals("yes") || text.equals("t") || text.equals("1");
    }

    /** The number under a label, or the given one where the catalog has none. */
    public long numberOr(String label, long fallback) {
        String text = text(label);
        return text == null ? fallback : Long.parseLong(text);
    }
}
