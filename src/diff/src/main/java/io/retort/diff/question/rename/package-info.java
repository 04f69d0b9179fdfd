/**
 * Detects renames: a removed object may exist under another name.
 *
 * <p>{@link io.retort.diff.question.rename.Likeness} scores the similarity of a removed object and a new one; the score
 * only leads to a question. {@link io.retort.diff.question.rename.Renaming} turns an accepted rename into operations,
 * which include sequences, keys, indexes and check constraints named after the object.
 *
 * <p>The renames are applied to a copy of the live schema, and the comparison is repeated with it. Imports: core,
 * question.
 */
@NullMarked
package io.retort.diff.question.rename;

import org.jspecify.annotations.NullMarked;
