package io.retort.diff;

import java.util.List;

/** Entities and database have both changed the same objects, so that the database cannot be compared with the entities. */
final class ConflictingChangesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param objects what the database has instead of what the revisions made, one clause for each object */
    ConflictingChangesException(List<String> objects) {
        super(String.join("; ", objects));
        this.reason = "entities and database have both changed since the last revision: " + String.join("; ", objects);
    }

    /** Returns the reason as the end of a sentence that begins with "because". */
    String reason() {
        return reason;
    }
}
