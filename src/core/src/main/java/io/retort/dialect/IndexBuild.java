package io.retort.dialect;

/**
 * The extra work for an index that is built concurrently.
 *
 * @param name the index
 * @param leftovers a query for the statements that drop an invalid index of an earlier, failed build with the same name
 * @param unusable a query that returns a row if the index exists but is invalid
 * @param removal the statement that drops the index if it exists, also an invalid one
 */
public record IndexBuild(String name, String leftovers, String unusable, String removal) {}
