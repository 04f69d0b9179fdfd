/**
 * Conversions of values from one column type to another: a table with an entry for each pair of types.
 *
 * <p>{@link io.retort.dialect.conversion.ConversionTable} denies by default. A pair that no entry names is refused, and an
 * entry that keeps only some values says which ones it loses, as a condition that a database can count. Each dialect puts
 * its own entries in front of those that all products share. Imports: schema.
 */
@NullMarked
package io.retort.dialect.conversion;

import org.jspecify.annotations.NullMarked;
