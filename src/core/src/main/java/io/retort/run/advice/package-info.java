/**
 * Advice about merging heads.
 *
 * <p>{@link io.retort.run.advice.Overlap} finds out from the operations of the revisions which tables each head
 * changes. {@link io.retort.run.advice.HeadsAdvice} adds to an error about several heads whether a merge is safe. Both
 * load migrations, so they are used only to explain an error or a merge. This package can import {@code run.source} and
 * what {@code run} can import.
 */
@NullMarked
package io.retort.run.advice;

import org.jspecify.annotations.NullMarked;
