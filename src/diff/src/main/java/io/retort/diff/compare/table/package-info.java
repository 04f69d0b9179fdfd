/**
 * Compares two tables of the same name.
 *
 * <p>{@link io.retort.diff.compare.table.TableComparison} compares a table of the database with the same table of the
 * model. It uses one comparison per kind of object in a table. Each adds its operations to
 * {@link io.retort.diff.compare.order.Changes}, with the phase in which they run. Imports: {@code compare.order},
 * schema, operation.
 */
@NullMarked
package io.retort.diff.compare.table;

import org.jspecify.annotations.NullMarked;
