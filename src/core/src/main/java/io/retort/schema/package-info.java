/**
 * The objects of a database schema, as values.
 *
 * <p>A {@link io.retort.schema.Snapshot} contains tables, sequences and enum types; a table contains columns,
 * constraints and indexes. Every type is an immutable record without a reference to its owner. So two schemas are
 * compared with {@code equals}, and a change creates a new value. Names are kept as written in SQL; see
 * {@link io.retort.schema.Identifier}. This package imports nothing but the JDK.
 */
@NullMarked
package io.retort.schema;

import org.jspecify.annotations.NullMarked;
