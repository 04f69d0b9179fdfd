/**
 * Changes that rows may not survive, or that may not survive the rows.
 *
 * <p>Each class looks at one kind of operation that the differ proposes. Where the evidence shows nothing to decide the
 * operation stays as it is; else there is a question, and the answer becomes operations: a value filled in before a column
 * must have one, values cut before a type narrows, labels mapped before a condition forbids them. Every way back is
 * complete, but for the values that the answer gave up. Imports: core, question, rename for families of types.
 */
@NullMarked
package io.retort.diff.question.change;

import org.jspecify.annotations.NullMarked;
