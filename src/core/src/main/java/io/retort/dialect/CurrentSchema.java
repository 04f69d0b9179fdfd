package io.retort.dialect;

import org.jspecify.annotations.Nullable;

/**
 * How the sessions of a product that has many schemas are put into one of them.
 *
 * @param isCatalog whether JDBC calls a schema of this product a catalog
 * @param read a query for what to put back, where a session looks into more schemas than JDBC tells of; null where JDBC
 *     tells all
 * @param restore the statement that puts it back, with one parameter
 */
public record CurrentSchema(
        boolean isCatalog, @Nullable String read, @Nullable String restore) {

    /** A product whose sessions are in one schema, which JDBC calls by that name. */
    public static final CurrentSchema SCHEMA = new CurrentSchema(false, null, null);

    /** A product whose sessions are in one schema, which JDBC calls a catalog. */
    public static final CurrentSchema CATALOG = new CurrentSchema(true, null, null);
}
