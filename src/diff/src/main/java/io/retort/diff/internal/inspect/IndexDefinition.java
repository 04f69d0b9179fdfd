package io.retort.diff.internal.inspect;

import io.retort.schema.QualifiedName;

/**
 * The statement that creates an index which {@link io.retort.schema.Index} describes only in part: included columns, operator
 * classes, collations, lengths of prefixes, storage parameters.
 *
 * @param table the table
 * @param index the index's name
 * @param sql the statement, in the database's own words
 */
public record IndexDefinition(QualifiedName table, String index, String sql) {}
