/**
 * Makes failing stories smaller.
 *
 * <p>{@link io.retort.fuzz.shrink.Shrinker} drops entities, attributes, rows, objects and single changes while the story fails in
 * the same way. It does not know how a story runs: it is given a predicate. Imports: models and stories.
 */
@NullMarked
package io.retort.fuzz.shrink;

import org.jspecify.annotations.NullMarked;
