/**
 * The arithmetic under a history: directed links between numbered nodes, their closures, cycles and orders, and the
 * nearest spelling of a mistyped name.
 *
 * <p>Nothing here knows what a revision is, so everything can be checked with a handful of numbers. All walks are
 * iterative and linear in nodes and links: a line of ten thousand revisions neither overflows the stack nor takes
 * noticeable time. Imports nothing of ours.
 */
@NullMarked
package io.retort.revision.lineage;

import org.jspecify.annotations.NullMarked;
