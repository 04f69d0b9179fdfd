package io.retort.internal.text;

/** Quotes values so that a POSIX shell passes them on unchanged. */
public final class ShellWord {

    private static final String SAFE = "_.,:=+/%@-";

    private ShellWord() {}

    /**
     * Returns a value as one word; in quotes only if it needs them.
     *
     * @param value the value; never null
     */
    public static String of(String value) {
        return value.chars().allMatch(letter -> Character.isLetterOrDigit(letter) || SAFE.indexOf(letter) >= 0)
                ? value
                : quoted(value);
    }

    /**
     * Returns a value in quotes: in double quotes, unless a shell expands something in them.
     *
     * @param value the value; never null
     */
    public static String quoted(String value) {
        boolean expanded = value.chars().anyMatch(letter -> "\"$`\\!".indexOf(letter) >= 0);
        return expanded ? "'" + value.replace("'", "'\\''") + "'" : "\"" + value + "\"";
    }
}
