/**
 * Makes stories at random.
 *
 * <p>{@link io.retort.fuzz.generate.StoryGenerator} makes the same story from the same seed and product. A kind of change is a
 * constant of {@code ModelChange} with its weight. {@link io.retort.fuzz.generate.Values} makes values at the edges of their types.
 * Imports: models and stories.
 */
@NullMarked
package io.retort.fuzz.generate;

import org.jspecify.annotations.NullMarked;
