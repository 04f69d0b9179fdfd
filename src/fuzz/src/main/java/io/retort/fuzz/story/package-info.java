/**
 * Stories as values: two models, rows, hand-made objects, and their text form.
 *
 * <p>A {@link io.retort.fuzz.story.Story} is complete: running it again needs nothing else.
 * {@link io.retort.fuzz.story.StoryText} reads and writes permanent test cases. Imports: the models.
 */
@NullMarked
package io.retort.fuzz.story;

import org.jspecify.annotations.NullMarked;
