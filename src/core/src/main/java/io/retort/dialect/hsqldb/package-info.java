/**
 * HSQLDB, 2.7 and newer, in its regular mode.
 *
 * <p>{@link io.retort.dialect.hsqldb.HsqldbDialect} is the service. HSQLDB keeps close to the standard and folds names to
 * upper case; {@code HsqldbClauses} refuses what it does not have: partial indexes, indexes on expressions, deferred
 * constraints. Nothing outside this folder names anything in it. Imports: dialect, operation, schema, error.
 */
@NullMarked
package io.retort.dialect.hsqldb;

import org.jspecify.annotations.NullMarked;
