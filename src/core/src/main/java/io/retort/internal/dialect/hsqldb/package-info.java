/**
 * HSQLDB, version 2.7 and later, in its regular mode.
 *
 * <p>{@link io.retort.internal.dialect.hsqldb.HsqldbDialect} is the service. HSQLDB is close to the standard and folds names to
 * upper case. {@code HsqldbClauses} refuses what it does not support: partial indexes, indexes on expressions, and
 * deferrable constraints. No class outside this package refers to its classes. It imports {@code dialect},
 * {@code operation}, {@code schema} and {@code error}.
 */
@NullMarked
package io.retort.internal.dialect.hsqldb;

import org.jspecify.annotations.NullMarked;
