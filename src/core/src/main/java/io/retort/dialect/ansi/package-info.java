/**
 * Standard SQL, which most products share, in parts that a product can override.
 *
 * <p>A {@link io.retort.dialect.ansi.Vocabulary} renders names, types and values.
 * {@link io.retort.dialect.ansi.AnsiClauses} renders schema objects, {@link io.retort.dialect.ansi.AnsiDdl} renders
 * operations, and {@link io.retort.dialect.ansi.AnsiDialect} combines them. A product extends these classes where it
 * differs, and refuses what it does not support with the messages of {@link io.retort.dialect.ansi.Refusals}. This
 * package imports {@code dialect}, {@code operation}, {@code schema} and {@code error}.
 */
@NullMarked
package io.retort.dialect.ansi;

import org.jspecify.annotations.NullMarked;
