/**
 * Selection of units for a command: the named one, the only one, or all in order.
 *
 * <p>Commands know a single unit. With several units, the commands suggested in their output get the unit's name when
 * they are printed. May import {@code boot.tool.command} and the units.
 */
@NullMarked
package io.retort.boot.tool.unit;

import org.jspecify.annotations.NullMarked;
