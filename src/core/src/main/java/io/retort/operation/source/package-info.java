/**
 * Operations as Java source, the way a revision file says them.
 *
 * <p>A {@link io.retort.operation.source.JavaCall} is a call with its arguments and the calls chained behind it, and knows
 * how to break its lines; {@link io.retort.operation.source.JavaNouns} says columns, constraints and their kin in the
 * vocabulary of {@code io.retort.migration.Definitions}. Imports: schema.
 */
@NullMarked
package io.retort.operation.source;

import org.jspecify.annotations.NullMarked;
