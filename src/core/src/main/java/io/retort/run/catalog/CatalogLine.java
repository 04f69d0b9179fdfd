package io.retort.run.catalog;

/**
 * One thing that a catalog says.
 *
 * @param text the name of what it is about and all that is to be known of it, equal exactly if that has not changed
 * @param unfinished whether the product marks it as left behind by a statement that did not come to its end
 */
public record CatalogLine(String text, boolean unfinished) {

    public CatalogLine(String text) {
        this(text, false);
    }
}
