/**
 * Questions about changes that can lose data or fail on existing rows.
 *
 * <p>Each class handles one kind of operation that the comparison proposes. If the evidence shows no conflict, the
 * operation remains unchanged. Otherwise a question is asked, and the answer becomes operations. Examples are a
 * backfill before a column becomes not null, truncation before a type is narrowed, and an update of removed enum
 * constants.
 *
 * <p>The downgrade restores everything except the data that an answer agreed to lose. Imports: core, question, and
 * rename for families of types.
 */
@NullMarked
package io.retort.diff.question.change;

import org.jspecify.annotations.NullMarked;
