/**
 * Selection of units for a command: the named one, the only one, or all in order.
 *
 * <p>Commands know a single unit. The style of their context names it in suggested commands. May import {@code boot.tool.command} and the units.
 */
@NullMarked
package io.retort.boot.tool.unit;

import org.jspecify.annotations.NullMarked;
