/**
 * Reads operations from text: the {@code -- means:} lines of SQL revisions, stored downgrades, and Java revisions. It does without a compiler and loads no classes.
 *
 * <p>{@link io.retort.internal.declaration.OperationReader} accepts calls of the methods of {@code Operations} whose
 * arguments are literals, calls of {@code Definitions}, and fluent calls on their results. It finds these methods by
 * reflection, so that a new one can be read at once. Imports: {@code migration}, {@code operation}, {@code schema}, {@code
 * error} and {@code internal.text}.
 */
@NullMarked
package io.retort.internal.declaration;

import org.jspecify.annotations.NullMarked;
