/**
 * How a product reads SQL text.
 *
 * <p>A {@link io.retort.sql.SqlSyntax} states how a product, with the settings of one session, reads quotes, comments
 * and the bodies of routines. A dialect supplies it; the lexer in {@code io.retort.internal.sql} reads tokens by it.
 * The package has no other content and imports nothing of Retort.
 */
@NullMarked
package io.retort.sql;

import org.jspecify.annotations.NullMarked;
