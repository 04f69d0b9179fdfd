/**
 * Updates references after a rename.
 *
 * <p>Foreign keys of other tables refer to a table; constraints and indexes of its own table refer to a column, too.
 * Databases update all of them on a rename, so a {@link io.retort.schema.Snapshot} must do the same. Check constraints,
 * generated columns and index expressions are text, in which the names are replaced. This package imports
 * {@code schema} and {@code sql}.
 */
@NullMarked
package io.retort.operation.rename;

import org.jspecify.annotations.NullMarked;
