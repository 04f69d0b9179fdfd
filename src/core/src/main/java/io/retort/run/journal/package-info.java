/**
 * Steps that do not fit into one transaction, so that each statement is recorded.
 *
 * <p>A {@link io.retort.run.journal.Journal} records the progress of a step: in one transaction with the statement
 * where possible, otherwise before and after it. {@link io.retort.run.journal.Recovery} resolves the statement that was
 * in flight when a run ended: it compares a {@link io.retort.run.journal.Fingerprint} of what the statement touches
 * with the present catalog. {@link io.retort.run.journal.HalfDone} continues a step that stopped. This package can
 * import {@code run.database}, {@code run.prepare} and what those can import.
 */
@NullMarked
package io.retort.run.journal;

import org.jspecify.annotations.NullMarked;
