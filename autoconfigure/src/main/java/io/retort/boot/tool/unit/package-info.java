/**
 * On which of an application's units a command works: the one that is named, the only one, or each in turn.
 *
 * <p>Commands know one unit and nothing of others; what they say of commands to type next is given the unit's name on its way
 * to the person. May import {@code boot.tool.command} and the units.
 */
@NullMarked
package io.retort.boot.tool.unit;

import org.jspecify.annotations.NullMarked;
