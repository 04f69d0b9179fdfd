package io.retort.internal.journal;

/**
 * One fact of a catalog.
 *
 * @param text the object and all of its properties; equal exactly if nothing has changed
 * @param unfinished whether an unfinished statement left the object behind
 */
record CatalogLine(String text, boolean unfinished) {

    /** Creates a fact about a finished object. */
    public CatalogLine(String text) {
        this(text, false);
    }
}
