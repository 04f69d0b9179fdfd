/**
 * The commands that change something: the database (upgrade, downgrade, stamp) or the source tree.
 *
 * <p>A command calls one method of a façade and prints what it answers. May import {@code io.retort.boot.tool.command},
 * {@code io.retort.boot.tool.report} (for plans and scripts), core's façade and {@code io.retort.diff.author}.
 */
@NullMarked
package io.retort.boot.tool.change;

import org.jspecify.annotations.NullMarked;
