/**
 * What a database has, at one moment, as lines to be compared: not to be read by people, and no snapshot in the words of
 * operations.
 *
 * <p>{@link io.retort.run.catalog.Facts} asks a product where its {@link io.retort.dialect.Catalog} says, or the JDBC driver
 * where it says nothing. Imports: dialect, schema.
 */
@NullMarked
package io.retort.run.catalog;

import org.jspecify.annotations.NullMarked;
