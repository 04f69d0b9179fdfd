/**
 * What is different between two tables of one name.
 *
 * <p>{@link io.retort.diff.compare.table.TableComparison} compares a table as the database has it with the same table of the
 * model; there is one comparison for each sort of thing in it. Each puts its operations into
 * {@link io.retort.diff.compare.order.Changes}, with the phase in which they run. Imports: {@code compare.order}, schema,
 * operation.
 */
@NullMarked
package io.retort.diff.compare.table;

import org.jspecify.annotations.NullMarked;
