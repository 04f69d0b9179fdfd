package io.retort.schema;

/**
 * A name and whether it is quoted.
 *
 * <p>All other types keep names as strings, written as in SQL. {@code user} is whatever the database makes of an
 * unquoted {@code user}; {@code "User"}, with the double quotes, means exactly these letters.
 *
 * @param text the letters of the name, without quotes
 * @param quoted whether the letters must be kept exactly
 */
public record Identifier(String text, boolean quoted) {

    public Identifier {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a name must not be empty");
        }
    }

    /** Parses a name as written in SQL; inside quotes, {@code ""} is one quote. */
    public static Identifier parse(String typed) {
        if (typed.length() > 2 && typed.startsWith("\"") && typed.endsWith("\"")) {
            return new Identifier(typed.substring(1, typed.length() - 1).replace("\"\"", "\""), true);
        }
        return new Identifier(typed, false);
    }

    /** Returns the name as written in SQL: the inverse of {@link #parse}. */
    public String typed() {
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    @Override
    public String toString() {
        return typed();
    }
}
