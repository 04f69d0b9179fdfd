/**
 * Questions: what a comparison alone cannot know, asked with evidence from the database.
 *
 * <p>A gone column may have been renamed; a new one that must have a value needs one for the rows that are there; values
 * may be lost. None of this is guessed. A {@link io.retort.diff.question.Question} says what is known, and offers
 * choices; each choice is also a flag. {@link io.retort.diff.question.Answers} answers: flags, a file, a person at a
 * terminal, or a test. The rooms below make questions and take answers. Imports: core, compare.
 */
@NullMarked
package io.retort.diff.question;

import org.jspecify.annotations.NullMarked;
