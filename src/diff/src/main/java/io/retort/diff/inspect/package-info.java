/**
 * Reads a database's schema into a {@link io.retort.schema.Snapshot}, by way of SchemaCrawler.
 *
 * <p>An {@link io.retort.diff.inspect.Inspector} crawls with catalog queries of our own, a handful however many tables
 * there are, on the caller's connection and inside the caller's transaction. What one product does differently is in its
 * room {@code product}: the queries, and how their columns are read as types, defaults and expressions. SchemaCrawler
 * finds tables and sequences; what it would lose or is slow at - what tables are made of, labels of enum types - is read
 * beside it, in one query for all tables. A read that fails ends the inspection: there is no partial snapshot. This is the only package that
 * imports SchemaCrawler; of ours it imports schema, dialect and error.
 */
@NullMarked
package io.retort.diff.inspect;

import org.jspecify.annotations.NullMarked;
