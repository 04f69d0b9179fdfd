/**
 * Maps Hibernate's metadata to schema objects: tables, columns, types, keys, check constraints, indexes, sequences,
 * enum types.
 *
 * <p>There is one class per kind of object. Where Hibernate's metadata lacks something that its DDL contains, the
 * generated statement is parsed: type names, options of sequences, constants of enum types. A {@code columnDefinition}
 * is split into its clauses where they are supported, and otherwise kept as the text of the type. Imports: Hibernate,
 * {@code model.ddl}, schema, dialect.
 */
@NullMarked
package io.retort.diff.model.mapping;

import org.jspecify.annotations.NullMarked;
