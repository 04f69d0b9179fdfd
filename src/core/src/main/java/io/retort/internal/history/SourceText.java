package io.retort.internal.history;

import io.retort.error.FailureLocation;
import io.retort.error.RetortException;
import io.retort.internal.sql.SqlSplitter;

/** Checks that a file is text. */
final class SourceText {

    /** The replacement character of UTF-8 decoders. */
    private static final char UNREADABLE = '\uFFFD';

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SourceText() {}

    /** Returns the text without a byte order mark, with line feeds as line endings. */
    static String of(String source, String location) {
        requireText(source, location);
        int begin = !source.isEmpty() && source.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        return source.substring(begin).replace("\r\n", "\n");
    }

    private static void requireText(String source, String location) {
        int zero = source.indexOf('\0');
        int unreadable = source.indexOf(UNREADABLE);
        if (zero >= 0 || unreadable >= 0) {
            int at = zero < 0 ? unreadable : zero;
            throw new RetortException(
                            "The revision in " + location + " is not text in UTF-8: line "
                                    + SqlSplitter.line(source, at) + " contains "
                                    + (zero < 0 ? "invalid bytes" : "a NUL character (U+0000)") + ".",
                            "Save the file with the encoding UTF-8, then run the command again.")
                    .at(FailureLocation.inFile(location, SqlSplitter.line(source, at)));
        }
    }
}
