/**
 * Goals that change the source tree (init, revision, merge) or the database (upgrade, downgrade, stamp, repair).
 *
 * <p>A goal consists of its parameters and their conversion to a command line. May import {@code io.retort.maven} and
 * Maven's annotations.
 */
@NullMarked
package io.retort.maven.change;

import org.jspecify.annotations.NullMarked;
