package io.retort.internal.declaration;

import io.retort.error.RetortException;

/**
 * Creates the errors of a text.
 */
final class SourceErrors {

    static final String EXAMPLE = "addColumn(\"customer\", column(\"fax\", varchar(20)));";
    static final String LITERALS = "Write a call with literal values, as in " + EXAMPLE;
    private static final int LONGEST = 60;

    private final SourcePlaces place;

    /**
     * @param place describes an offset in the text, as the subject of a sentence
     */
    SourceErrors(SourcePlaces place) {
        this.place = place;
    }

    /**
     * Returns an error at an offset.
     *
     * @param problem what is wrong there, as the rest of a sentence without a full stop
     * @param action what to write instead
     */
    UnreadableSourceException at(int offset, String problem, String action) {
        UnreadableSourceException failure =
                new UnreadableSourceException(place.describe(offset) + " " + problem + ".", action);
        failure.at(place.location(offset));
        return failure;
    }

    /** Returns a text for a message, on one line and without its end if it is long. */
    static String shortened(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .map(sign -> Character.isISOControl(sign) ? ' ' : sign)
                .forEach(line::appendCodePoint);
        return text.length() > line.length() ? line + "..." : line.toString();
    }

    /** An error that already contains its place. */
    static final class UnreadableSourceException extends RetortException {

        private static final long serialVersionUID = 1L;

        UnreadableSourceException(String what, String action) {
            super(what, action);
        }
    }
}
