/**
 * SQL text: tokens, statements and normalization.
 *
 * <p>A {@link io.retort.sql.SqlSyntax} describes how a product, with the settings of one session, reads quotes,
 * comments and bodies of routines. A {@link io.retort.sql.SqlLexer} reads the tokens, in one pass and without
 * recursion, in linear time. All other SQL parsing uses these two: splitting scripts ({@link
 * io.retort.sql.SqlSplitter}), normalizing for checksums ({@link io.retort.sql.SqlNormalizer}), and masking passwords
 * ({@link io.retort.sql.SqlSecrets}). This package refers to no database, revision or operation. It imports
 * {@code schema} and {@code error}.
 */
@NullMarked
package io.retort.sql;

import org.jspecify.annotations.NullMarked;
