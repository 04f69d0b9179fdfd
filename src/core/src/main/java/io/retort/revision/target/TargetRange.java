package io.retort.revision.target;

import java.util.Optional;

/**
 * Two places in the history as typed with a colon between them: {@code from:to}.
 *
 * @param text the whole text as it was typed
 * @param from what stands before the colon, empty when nothing does
 * @param to what stands after the colon, empty when nothing does
 */
public record TargetRange(String text, String from, String to) {

    /** The range in a text with exactly one colon; empty for any other text. */
    public static Optional<TargetRange> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || text.indexOf(':', colon + 1) >= 0) {
            return Optional.empty();
        }
        return Optional.of(new TargetRange(text, text.substring(0, colon), text.substring(colon + 1)));
    }

    /** Whether a text is meant as a range, well formed or not. */
    public static boolean looksLike(String text) {
        return text.indexOf(':') >= 0;
    }
}
