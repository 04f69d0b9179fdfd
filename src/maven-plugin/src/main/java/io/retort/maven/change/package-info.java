/**
 * The goals that change something: the source tree (init, revision, merge) or the database (upgrade, downgrade, stamp).
 *
 * <p>A goal is its parameters and the words they become. May import {@code io.retort.maven} and Maven's annotations.
 */
@NullMarked
package io.retort.maven.change;

import org.jspecify.annotations.NullMarked;
