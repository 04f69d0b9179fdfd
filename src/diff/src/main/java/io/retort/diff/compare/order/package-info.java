/**
 * In which order operations run.
 *
 * <p>The comparisons put what they find into {@link io.retort.diff.compare.order.Changes}, each with the phase in which
 * it can run. New tables come after those that they reference, and go before them when they are dropped; cycles are cut
 * by adding foreign keys last and dropping them first. Foreign keys that stay, but are in the way of something else, go
 * and come back. Imports: schema, operation.
 */
@NullMarked
package io.retort.diff.compare.order;

import org.jspecify.annotations.NullMarked;
