/**
 * SQL Server, version 2016 and later, in T-SQL.
 *
 * <p>{@link io.retort.internal.dialect.sqlserver.SqlServerDialect} is the service. Objects with generated names, for example
 * defaults, are looked up in the catalog by the statement that needs them ({@code CatalogSql}). Statements contain no
 * semicolons, so that a revision written as SQL keeps them whole. A batch is compiled as a unit, so scripts put each
 * statement into its own batch ({@code GO}) or into {@code exec}. No class outside this package refers to its classes.
 * It imports {@code dialect}, {@code operation}, {@code schema} and {@code error}.
 */
@NullMarked
package io.retort.internal.dialect.sqlserver;

import org.jspecify.annotations.NullMarked;
