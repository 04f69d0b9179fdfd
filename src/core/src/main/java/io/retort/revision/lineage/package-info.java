/**
 * Graph algorithms for a history: closures, cycles, topological order and ranges of numbered nodes, and similar names.
 *
 * <p>Nothing here refers to revisions, so it is tested with plain numbers. All algorithms are iterative and linear in
 * nodes and links, so a line of ten thousand revisions neither overflows the stack nor takes noticeable time. This
 * package imports no other package of Retort.
 */
@NullMarked
package io.retort.revision.lineage;

import org.jspecify.annotations.NullMarked;
