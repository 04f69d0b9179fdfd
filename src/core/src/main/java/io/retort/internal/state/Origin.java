package io.retort.internal.state;

/**
 * The revisions from which an object of the schema comes.
 *
 * @param added the id of the revision that created it, also if a later one renamed it
 * @param changed the id of the last revision that changed it; the same as {@code added} if none did
 */
public record Origin(String added, String changed) {

    Origin changedBy(String revision) {
        return new Origin(added, revision);
    }
}
