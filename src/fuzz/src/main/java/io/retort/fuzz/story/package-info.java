/**
 * Stories as values: two models, rows, objects that a person made, and their text form.
 *
 * <p>{@link io.retort.fuzz.story.Story} is complete: nothing else is needed to run it again.
 * {@link io.retort.fuzz.story.StoryText} writes and reads the permanent cases. Imports: the models.
 */
@NullMarked
package io.retort.fuzz.story;

import org.jspecify.annotations.NullMarked;
