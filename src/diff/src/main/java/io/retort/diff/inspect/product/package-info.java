/**
 * Catalog queries of each product, and how their results are read.
 *
 * <p>{@link io.retort.diff.inspect.product.Quirks} has one subclass per product, with its queries and the rules by
 * which their columns become types, defaults and expressions. {@code SqlText} reads SQL as catalogs spell it. Nothing
 * here runs a query. Imports: schema, error, and SchemaCrawler's names of queries.
 */
@NullMarked
package io.retort.diff.inspect.product;

import org.jspecify.annotations.NullMarked;
