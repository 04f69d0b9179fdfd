/**
 * What the commands share with the auto-configuration, and no application uses. It words advice for a way of running,
 * and says what is known about a database that does not answer.
 *
 * <p>It can change in any release. The auto-configuration and the commands import it. May import Spring and core, nothing
 * of {@code io.retort.boot.autoconfigure}.
 */
@NullMarked
package io.retort.boot.internal;

import org.jspecify.annotations.NullMarked;
