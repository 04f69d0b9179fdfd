/**
 * The interview, which turns two schemas and a source of answers into operations.
 *
 * <p>{@link io.retort.diff.question.interview.Interview} first asks about removed tables and columns and applies the
 * accepted renames to the live schema. It then compares again, and asks about changes that existing rows do not allow.
 * An open question does not stop the interview: it continues with an assumption, reports all questions at once, and
 * then fails. Imports: core, compare, question and its subpackages.
 */
@NullMarked
package io.retort.diff.question.interview;

import org.jspecify.annotations.NullMarked;
