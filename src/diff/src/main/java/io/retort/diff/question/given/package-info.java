/**
 * Sources of answers: command-line options, a file of options, and a terminal.
 *
 * <p>An option that answers no question is an error, because a mistyped name must not lead to a dropped column. The
 * message names the most similar subject that was asked about. Imports: core, question.
 */
@NullMarked
package io.retort.diff.question.given;

import org.jspecify.annotations.NullMarked;
