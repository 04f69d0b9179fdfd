/**
 * The nouns: what a database schema is made of, as values.
 *
 * <p>A {@link io.retort.schema.Snapshot} holds tables, sequences and enum types; a table holds columns, constraints and
 * indexes. Every noun is an immutable record without links back to its owner, so that two schemas can be compared with
 * {@code equals} and a change is a new value. Names are kept as a person types them: see
 * {@link io.retort.schema.Identifier}. This package imports nothing but the JDK.
 */
@NullMarked
package io.retort.schema;

import org.jspecify.annotations.NullMarked;
