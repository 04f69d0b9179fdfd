package io.retort.run.source.text;

import io.retort.error.RetortException;

/** Holds a file to be text at all. */
public final class SqlText {

    /** What a reader of UTF-8 puts where the bytes are none. */
    private static final char UNREADABLE = '\uFFFD';

    private SqlText() {}

    public static void requireText(String source, String location) {
        int zero = source.indexOf('\0');
        int unreadable = source.indexOf(UNREADABLE);
        if (zero >= 0 || unreadable >= 0) {
            int at = zero < 0 ? unreadable : zero;
            throw new RetortException(
                    "The revision in " + location + " is no text in UTF-8: line " + line(source, at) + " holds "
                            + (zero < 0 ? "bytes that mean nothing" : "a zero") + ".",
                    "Save the file as UTF-8 (an editor calls it the encoding), then run the command again.");
        }
    }

    /** The line of a position, counted from 1. */
    public static int line(String source, int position) {
        int line = 1;
        for (int end = source.indexOf('\n'); end >= 0 && end < position; end = source.indexOf('\n', end + 1)) {
            line++;
        }
        return line;
    }
}
