package io.retort.dialect;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the statements of a script that a product's own tool runs.
 *
 * @param opening what the script says first; null for nothing
 * @param begin how a transaction begins
 * @param commit how it ends well
 * @param separator the line that ends a batch, for tools that send batches; null where a semicolon is enough
 */
public record ScriptWords(
        @Nullable String opening,
        String begin,
        String commit,
        @Nullable String separator) {

    /** What most products understand. */
    public static final ScriptWords STANDARD = new ScriptWords(null, "begin", "commit", null);

    /** What the script says first, as lines. */
    public Optional<String> begun() {
        return Optional.ofNullable(opening).map(text -> line(text + ";"));
    }

    /** The lines of a statement that ends with its semicolon. */
    public String line(String ended) {
        return ended + "\n" + (separator == null ? "" : separator + "\n");
    }

    /** Whether the tool would cut a statement in two, at a line that is the separator. */
    public boolean cuts(String statement) {
        return separator != null
                && statement.lines().anyMatch(line -> line.strip().equalsIgnoreCase(separator));
    }
}
