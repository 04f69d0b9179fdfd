/**
 * Renames: what is gone may be here under another name.
 *
 * <p>{@link io.retort.diff.question.rename.Likeness} scores how much a gone thing and a new one have in common; it only
 * ever leads to a question. An accepted rename becomes operations ({@link io.retort.diff.question.rename.Renaming}) that
 * take along what is named after it: sequences, keys, indexes, conditions. They are applied to the live schema as a
 * value, and the comparison then begins anew, so that whatever else is different is found as ever. Imports: core, question.
 */
@NullMarked
package io.retort.diff.question.rename;

import org.jspecify.annotations.NullMarked;
