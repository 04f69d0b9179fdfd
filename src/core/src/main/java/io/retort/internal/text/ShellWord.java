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

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("'", "'\\''");
    }

    /**
     * Returns a value in quotes: in double quotes, unless a shell expands something in them. A line break is written as an
     * escape, so that the word is on one line; not at the end of the value, where a shell would drop it.
     *
     * @param value the value; never null
     */
    public static String quoted(String value) {
        if (value.chars().anyMatch(sign -> sign == '\n' || sign == '\r') && !value.endsWith("\n")) {
            return "\"$(printf '%b' '" + escaped(value) + "')\"";
        }
        boolean expanded = value.chars().anyMatch(letter -> "\"$`\\!".indexOf(letter) >= 0);
        return expanded ? "'" + value.replace("'", "'\\''") + "'" : "\"" + value + "\"";
    }
}
