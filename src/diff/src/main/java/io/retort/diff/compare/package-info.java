/**
 * What is different between two schemas, as operations in an order that runs.
 *
 * <p>{@link io.retort.diff.compare.Differ} decides on two snapshots that one inspector has read from one product: the
 * live schema, and the model as that product spells it. So two spellings of one thing cannot look like a change. What an
 * operation then says comes from the declared model, in portable types. There is one comparison per noun, those of a
 * table's parts in a room of their own; what none of them can decide is reported as skipped, and tables that are not ours
 * are listed and left alone. Imports: schema,
 * operation.
 */
@NullMarked
package io.retort.diff.compare;

import org.jspecify.annotations.NullMarked;
