/**
 * Ways to start that change nothing themselves: waiting until another instance has upgraded the database, or only
 * verifying it.
 *
 * <p>May import core's façade and Spring's logging; it knows nothing of properties.
 */
@NullMarked
package io.retort.boot.autoconfigure.start;

import org.jspecify.annotations.NullMarked;
