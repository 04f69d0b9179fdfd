/**
 * H2, version 2.2 and later, in its regular mode.
 *
 * <p>{@link io.retort.internal.dialect.h2.H2Dialect} is the service. H2 is close to the standard. {@code H2Clauses} refuses what
 * it does not support: partial indexes, indexes on expressions, and collations of columns. No class outside this
 * package refers to its classes. It imports {@code dialect}, {@code operation}, {@code schema} and {@code error}.
 */
@NullMarked
package io.retort.internal.dialect.h2;

import org.jspecify.annotations.NullMarked;
