package io.retort.internal.history;

import io.retort.error.FailureLocation;
import io.retort.internal.declaration.SourcePlaces;
import io.retort.internal.sql.SqlSplitter;

/**
 * The places of a text in the file of an SQL revision.
 *
 * @param text the text, which can begin within the file
 * @param file the file, as its location is shown elsewhere
 * @param before the number of lines of the file before the text; negative if the lines of the text are not those of the file
 */
record FilePlaces(String text, String file, int before) implements SourcePlaces {

    /** Returns the places of the whole file. */
    static FilePlaces of(String source, String file) {
        return new FilePlaces(source, file, 0);
    }

    @Override
    public String describe(int offset) {
        int line = line(offset);
        return (line == 0 ? "The revision in " : "Line " + line + " of the revision in ") + file;
    }

    @Override
    public FailureLocation location(int offset) {
        return FailureLocation.inFile(file, line(offset));
    }

    private int line(int offset) {
        return before < 0 ? 0 : before + SqlSplitter.line(text, offset);
    }
}
