/**
 * Commands that change the database: upgrade, downgrade, stamp and repair.
 *
 * <p>A command calls one method of a façade and prints the result. May import {@code io.retort.boot.tool.command},
 * {@code .report} for plans and {@code .script} for scripts, and core's façade.
 */
@NullMarked
package io.retort.boot.tool.change;

import org.jspecify.annotations.NullMarked;
