/**
 * From Hibernate's nouns to ours: tables, columns, types, keys, conditions, indexes, sequences, enum types.
 *
 * <p>One class per noun. Where Hibernate's objects do not tell what its DDL says - a type's name, options of a sequence,
 * labels of an enum type - its own statements are asked instead of guessed. What a person smuggled into a
 * {@code columnDefinition} is taken apart as far as it can be understood, and otherwise kept as the type's text.
 * Imports: Hibernate, {@code model.ddl}, schema, dialect.
 */
@NullMarked
package io.retort.diff.model.mapping;

import org.jspecify.annotations.NullMarked;
