package io.retort.internal.declaration;

import io.retort.error.FailureLocation;

/** Says where in its file an offset of a text is: for people, and as data. */
@FunctionalInterface
public interface SourcePlaces {

    /** Returns the place as the subject of a sentence: {@code Line 3 of x.sql}. */
    String describe(int offset);

    /** Returns the place as data; unknown if the text is not that of a file. */
    default FailureLocation location(int offset) {
        return FailureLocation.UNKNOWN;
    }
}
