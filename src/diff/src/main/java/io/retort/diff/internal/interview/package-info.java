/**
 * Finds out which questions a comparison leaves open, asks them, and turns the answers into operations.
 *
 * <p>{@link io.retort.diff.internal.interview.Interview} is the entry point. Each class reviews one kind of change: removed
 * tables and columns, types, enum constants, rows that move. What a question and an answer are is defined in
 * {@link io.retort.diff.question}. Imports: core, compare, question, the Java side of columns.
 */
@NullMarked
package io.retort.diff.internal.interview;

import org.jspecify.annotations.NullMarked;
