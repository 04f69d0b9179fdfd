package io.retort.dialect;

import org.jspecify.annotations.Nullable;

/**
 * How to change the current schema of a session, on a product with several schemas.
 *
 * @param isCatalog whether JDBC calls a schema of this product a catalog
 * @param read a query for the setting to restore, where a session has a search path that JDBC does not report; null
 *     otherwise
 * @param restore the statement that restores that setting, with one parameter; null if the setting cannot be restored by a statement
 */
public record CurrentSchema(
        boolean isCatalog, @Nullable String read, @Nullable String restore) {

    /** A product whose sessions have one current schema, which JDBC calls a schema. */
    public static final CurrentSchema SCHEMA = new CurrentSchema(false, null, null);

    /** A product whose sessions have one current schema, which JDBC calls a catalog. */
    public static final CurrentSchema CATALOG = new CurrentSchema(true, null, null);
}
