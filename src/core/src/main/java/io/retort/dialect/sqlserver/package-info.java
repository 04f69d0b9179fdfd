/**
 * SQL Server, 2016 and newer, in T-SQL.
 *
 * <p>{@link io.retort.dialect.sqlserver.SqlServerDialect} is the service. What has no name of its own here, such as a
 * column's default, is looked up in the catalog by the statement that needs it ({@code CatalogSql}). Statements hold no
 * semicolons between their parts, so that a revision written as SQL keeps them whole. A batch is compiled as one, so
 * scripts put each statement into a batch of its own ({@code GO}) or into {@code exec}. Nothing outside this folder names
 * anything in it. Imports: dialect, operation, schema, error.
 */
@NullMarked
package io.retort.dialect.sqlserver;

import org.jspecify.annotations.NullMarked;
