/**
 * What most products share: standard SQL, in pieces that a product can override.
 *
 * <p>A {@link io.retort.dialect.ansi.Vocabulary} holds a product's words: names, types, values.
 * {@link io.retort.dialect.ansi.AnsiClauses} makes the nouns of them, {@link io.retort.dialect.ansi.AnsiDdl} the
 * operations, and {@link io.retort.dialect.ansi.AnsiDialect} gathers all into a dialect. A product extends these where it
 * differs, and refuses what it does not have: {@link io.retort.dialect.ansi.Refusals} words what several lack. Imports:
 * dialect, operation, schema, error.
 */
@NullMarked
package io.retort.dialect.ansi;

import org.jspecify.annotations.NullMarked;
