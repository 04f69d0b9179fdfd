package io.retort.diff.internal.inspect;

import org.jspecify.annotations.Nullable;

/** Protects names that begin or end with a space from SchemaCrawler, which removes the space, by a mark on both sides. */
final class OuterSpaces {

    /** Unicode guarantees that it is not a character. */
    private static final String MARK = "\ufdd0";

    private OuterSpaces() {}

    /** Returns a value from the database as SchemaCrawler may see it. */
    static @Nullable Object marked(@Nullable Object value) {
        return value instanceof String text && hasSpaces(text) ? MARK + text + MARK : value;
    }

    /** Returns the text from the database. */
    static String plain(String seen) {
        return seen.length() > 2 && seen.startsWith(MARK) && seen.endsWith(MARK)
                ? seen.substring(1, seen.length() - 1)
                : seen;
    }

    private static boolean hasSpaces(String text) {
        return !text.isEmpty() && !text.equals(text.trim());
    }
}
