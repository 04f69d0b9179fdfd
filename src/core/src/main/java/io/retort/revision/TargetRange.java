package io.retort.revision;

import java.util.Optional;

/**
 * A range of targets as typed on the command line: {@code from:to}.
 *
 * @param text the whole text
 * @param from the part before the colon; can be empty
 * @param to the part after the colon; can be empty
 */
record TargetRange(String text, String from, String to) {

    /** Parses a text with exactly one colon; returns empty for any other text. */
    public static Optional<TargetRange> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || text.indexOf(':', colon + 1) >= 0) {
            return Optional.empty();
        }
        return Optional.of(new TargetRange(text, text.substring(0, colon), text.substring(colon + 1)));
    }

    /** Returns whether a text contains a colon, so that it is meant as a range. */
    public static boolean looksLike(String text) {
        return text.indexOf(':') >= 0;
    }
}
