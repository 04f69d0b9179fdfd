/**
 * Questions that a comparison alone cannot decide, asked with evidence from the database.
 *
 * <p>A removed column may have been renamed. A new required column needs a value for existing rows. A change can lose
 * data. None of this is guessed. A {@link io.retort.diff.question.Question} contains the evidence and the choices; each
 * choice is also a command-line option.
 *
 * <p>{@link io.retort.diff.question.Answers} come from options, a file, a terminal or a test. The comparison itself decides
 * which questions to ask. Imports: core, progress.
 */
@NullMarked
package io.retort.diff.question;

import org.jspecify.annotations.NullMarked;
