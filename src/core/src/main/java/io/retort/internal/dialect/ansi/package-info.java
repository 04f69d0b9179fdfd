/**
 * Standard SQL, which most products share, in parts that a product can override.
 *
 * <p>A {@link io.retort.internal.dialect.ansi.SqlNaming} renders names, types and values.
 * {@link io.retort.internal.dialect.ansi.AnsiClauses} renders schema objects, {@link io.retort.internal.dialect.ansi.AnsiDdl} renders
 * operations, and {@link io.retort.internal.dialect.ansi.AnsiDialect} combines them. A product extends these classes where it
 * differs, and refuses what it does not support with the messages of {@link io.retort.internal.dialect.ansi.UnsupportedOperations}. This
 * package imports {@code dialect}, {@code operation}, {@code schema} and {@code error}.
 */
@NullMarked
package io.retort.internal.dialect.ansi;

import org.jspecify.annotations.NullMarked;
