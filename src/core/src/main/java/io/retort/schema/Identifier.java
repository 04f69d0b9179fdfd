package io.retort.schema;

/**
 * A name in a schema, and whether it must be quoted.
 *
 * <p>Everywhere else a name is a plain string, spelled as a person types it into SQL: {@code user} means whatever the
 * database makes of an unquoted {@code user}; {@code "User"}, with the double quotes, means exactly these letters.
 *
 * @param text the letters of the name, without quotes
 * @param quoted true if the letters must be taken as they stand
 */
public record Identifier(String text, boolean quoted) {

    public Identifier {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a name must not be empty");
        }
    }

    /** Reads a name as a person types it; {@code ""} inside quotes stands for one quote. */
    public static Identifier parse(String typed) {
        if (typed.length() > 2 && typed.startsWith("\"") && typed.endsWith("\"")) {
            return new Identifier(typed.substring(1, typed.length() - 1).replace("\"\"", "\""), true);
        }
        return new Identifier(typed, false);
    }

    /** The name as a person types it: the inverse of {@link #parse}. */
    public String typed() {
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    @Override
    public String toString() {
        return typed();
    }
}
