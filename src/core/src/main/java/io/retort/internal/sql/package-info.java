/**
 * The SQL lexer, and everything in Retort that reads SQL text.
 *
 * <p>A {@link io.retort.internal.sql.SqlLexer} reads tokens by the rules of a {@link io.retort.sql.SqlSyntax}, in one
 * pass and without recursion. Splitting a script ({@link io.retort.internal.sql.SqlSplitter}), normalising for
 * checksums ({@link io.retort.internal.sql.SqlNormalizer}), finding the columns that an expression names ({@link
 * io.retort.internal.sql.ColumnReferences}) and hiding passwords ({@link io.retort.internal.sql.SqlSecrets}) are
 * built on it. Imports: {@code sql}, {@code schema} and {@code error}.
 */
@NullMarked
package io.retort.internal.sql;

import org.jspecify.annotations.NullMarked;
