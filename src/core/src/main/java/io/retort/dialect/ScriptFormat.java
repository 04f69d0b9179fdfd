package io.retort.dialect;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The text between the statements of a script that the product's own client runs.
 *
 * @param opening the first statement of the script; null if scripts need no first statement
 * @param begin the statement that begins a transaction
 * @param commit the statement that commits it
 * @param separator the line that ends a batch, for clients that send batches; null where a semicolon is sufficient
 */
public record ScriptFormat(
        @Nullable String opening,
        String begin,
        String commit,
        @Nullable String separator) {

    /** The text that most products accept. */
    public static final ScriptFormat STANDARD = new ScriptFormat(null, "begin", "commit", null);

    /** Returns the first lines of the script. */
    public Optional<String> begun() {
        return Optional.ofNullable(opening).map(text -> line(text + ";"));
    }

    /** Returns the lines of a statement that already ends with a semicolon. */
    public String line(String ended) {
        return ended + "\n" + (separator == null ? "" : separator + "\n");
    }

    /** Returns whether the client would split a statement, because one of its lines is the separator. */
    public boolean cuts(String statement) {
        return separator != null
                && statement.lines().anyMatch(line -> line.strip().equalsIgnoreCase(separator));
    }
}
