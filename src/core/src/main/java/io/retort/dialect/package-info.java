/**
 * Database products.
 *
 * <p>A {@link io.retort.dialect.Dialect} describes one product: names, types, the SQL of each operation, and whether it
 * can roll back DDL. Each product has a subpackage; {@code ansi} contains what they share. Dialects are found as
 * services, and {@link io.retort.dialect.Dialects} selects one by connection, URL or name. No class of a product's
 * subpackage is used outside it, except that MariaDB and MySQL share one. This package imports {@code schema},
 * {@code operation} and {@code error}.
 */
@NullMarked
package io.retort.dialect;

import org.jspecify.annotations.NullMarked;
