/**
 * The order in which operations run.
 *
 * <p>The comparisons add their operations to {@link io.retort.diff.internal.compare.OperationOrder}, each with its phase. A table
 * is created after and dropped before the tables that it references. Cycles are resolved by adding foreign keys last
 * and dropping them first. Foreign keys that block another operation are dropped and added again. Imports: schema,
 * operation.
 */
@NullMarked
package io.retort.diff.internal.compare;

import org.jspecify.annotations.NullMarked;
