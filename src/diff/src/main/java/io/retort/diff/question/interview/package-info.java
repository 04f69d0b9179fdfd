/**
 * The interview: from two schemas and somebody who answers to the operations that are to be written.
 *
 * <p>{@link io.retort.diff.question.interview.Interview} asks about what is gone first, takes the live schema behind the
 * accepted renames, compares anew, and then asks about the changes that rows may not survive. A question without an
 * answer does not end it: it goes on with what is likely, so that all questions are told at once, and then refuses.
 * Imports: core, compare, question and its rooms.
 */
@NullMarked
package io.retort.diff.question.interview;

import org.jspecify.annotations.NullMarked;
