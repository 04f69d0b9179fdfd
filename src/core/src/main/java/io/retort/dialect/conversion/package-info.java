/**
 * Conversions of values when the type of a column changes: a table with an entry for each pair of types.
 *
 * <p>{@link io.retort.dialect.conversion.ConversionTable} refuses by default: a pair without an entry is refused. An
 * entry that keeps only some values defines the others by a condition, so that a database can count them. The entries
 * of a dialect take precedence over those that all products share. This package imports {@code schema}.
 */
@NullMarked
package io.retort.dialect.conversion;

import org.jspecify.annotations.NullMarked;
