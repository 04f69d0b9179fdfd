/**
 * In which order operations run.
 *
 * <p>The comparisons put what they find into {@link io.retort.diff.compare.order.Changes}, each with the phase in which
 * it can run. New tables come after those that they reference, and go before them when they are dropped; cycles are cut
 * by adding foreign keys last and dropping them first. Imports: schema, operation.
 */
@NullMarked
package io.retort.diff.compare.order;

import org.jspecify.annotations.NullMarked;
