/**
 * Finds the dialect of a database.
 *
 * <p>{@link io.retort.internal.dialect.Dialects} selects one by connection, URL or name. Each product has a subpackage, of
 * which only the dialect is public; {@code ansi} contains what products share. No class of a product's subpackage is used
 * outside it. Imports: {@code dialect} and {@code error}.
 */
@NullMarked
package io.retort.internal.dialect;

import org.jspecify.annotations.NullMarked;
