/**
 * The start at which nothing is pending, made short.
 *
 * <p>An application in production starts a hundred times for each time that it has a new revision. Such a start is recognised
 * from the index in its jar and one query, before any of Retort's beans is made: making them, reading a history and planning
 * take more than all the rest. Where anything is in doubt, the start goes the long way. May import properties, scanning and,
 * to know them when it sees them, the types of Retort's beans; core's databases and sources; Spring.
 */
@NullMarked
package io.retort.boot.autoconfigure.settled;

import org.jspecify.annotations.NullMarked;
