/**
 * Reads the schema of a database into a {@link io.retort.schema.Snapshot}, using SchemaCrawler.
 *
 * <p>An {@link io.retort.diff.internal.inspect.Inspector} runs on the connection and in the transaction of the caller. It uses a
 * fixed number of catalog queries, regardless of the number of tables. The queries of each product, and how their
 * results become types, defaults and expressions, are in the package {@code product}.
 *
 * <p>SchemaCrawler finds tables and sequences. The parts of tables and the constants of enum types are read
 * separately, in one query for all tables; SchemaCrawler would lose details or be slow. A failed read ends the inspection;
 * there is no partial snapshot. Only this package imports SchemaCrawler. Otherwise it imports schema, dialect and
 * error.
 */
@NullMarked
package io.retort.diff.internal.inspect;

import org.jspecify.annotations.NullMarked;
