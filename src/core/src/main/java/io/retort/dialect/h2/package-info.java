/**
 * H2, 2.2 and newer, in its regular mode.
 *
 * <p>{@link io.retort.dialect.h2.H2Dialect} is the service. H2 keeps close to the standard; {@code H2Clauses} refuses what
 * it does not have: partial indexes, indexes on expressions, collations of a column's own. Nothing outside this folder
 * names anything in it. Imports: dialect, operation, schema, error.
 */
@NullMarked
package io.retort.dialect.h2;

import org.jspecify.annotations.NullMarked;
