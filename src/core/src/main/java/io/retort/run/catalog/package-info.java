/**
 * The catalog of a database at one moment, as lines to compare.
 *
 * <p>The lines are neither for people nor a {@link io.retort.schema.Snapshot}. {@link io.retort.run.catalog.Facts}
 * reads the catalog views in the product's {@link io.retort.dialect.Catalog}, or JDBC metadata if it has none. This
 * package imports {@code dialect} and {@code schema}.
 */
@NullMarked
package io.retort.run.catalog;

import org.jspecify.annotations.NullMarked;
