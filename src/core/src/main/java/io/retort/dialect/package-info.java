/**
 * Database products.
 *
 * <p>A {@link io.retort.dialect.Dialect} describes one product: names, types, the SQL of each operation, sessions, locks,
 * and whether it can roll back DDL. It is found as a service. The products that Retort supports, and the standard SQL
 * that they share, are in {@code io.retort.internal.dialect}. Imports: {@code schema}, {@code operation}, {@code sql},
 * {@code error}, {@code internal.checksum} and {@code internal.lint.rule}.
 */
@NullMarked
package io.retort.dialect;

import org.jspecify.annotations.NullMarked;
