/**
 * What each product's catalog is asked, and how its answers are read.
 *
 * <p>{@link io.retort.diff.inspect.product.Quirks} is one product's way: its queries, and how their columns become types,
 * defaults and expressions; {@code SqlText} reads SQL as catalogs spell it. Nothing here runs a query. Imports: schema,
 * error, and the names that SchemaCrawler has for queries.
 */
@NullMarked
package io.retort.diff.inspect.product;

import org.jspecify.annotations.NullMarked;
