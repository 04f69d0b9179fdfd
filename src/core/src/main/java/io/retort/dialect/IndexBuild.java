package io.retort.dialect;

/**
 * The care that an index needs when it is built while others write.
 *
 * @param name the index
 * @param leftovers a query for the statements that remove what an earlier, failed build left under the same name
 * @param unusable a query that answers a row if the index is there and cannot be used
 */
public record IndexBuild(String name, String leftovers, String unusable) {}
