/**
 * Generates random stories.
 *
 * <p>{@link io.retort.fuzz.generate.StoryGenerator} produces the same story for the same seed and product. Each kind of
 * change is a constant of {@code RandomModelChange} with a weight. {@link io.retort.fuzz.generate.Values} generates boundary
 * values. Imports: models and stories.
 */
@NullMarked
package io.retort.fuzz.generate;

import org.jspecify.annotations.NullMarked;
