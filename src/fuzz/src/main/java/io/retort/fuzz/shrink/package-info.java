/**
 * Reduces failing stories.
 *
 * <p>{@link io.retort.fuzz.shrink.Shrinker} drops entities, attributes, rows, objects and single changes while the
 * story fails in the same way. It does not run stories itself: it receives a predicate. Imports: models and stories.
 */
@NullMarked
package io.retort.fuzz.shrink;

import org.jspecify.annotations.NullMarked;
