/**
 * SQL text: what a product reads as one token, where one statement ends and the next begins, and what in a text counts.
 *
 * <p>A {@link io.retort.sql.SqlSyntax} says how a product, with the settings of one session, reads quotes, comments and bodies of
 * routines. A {@link io.retort.sql.SqlLexer} reads tokens by it, in one pass and without recursion, so that a text of any
 * length is read in linear time. Everything else in Retort that looks into SQL is built on these two: splitting a script
 * ({@link io.retort.sql.SqlSplitter}), normalising for checksums ({@link io.retort.sql.SqlNormalizer}), and hiding passwords
 * ({@link io.retort.sql.SqlSecrets}). Knows no database, no revision and no operation. Imports: error.
 */
@NullMarked
package io.retort.sql;

import org.jspecify.annotations.NullMarked;
