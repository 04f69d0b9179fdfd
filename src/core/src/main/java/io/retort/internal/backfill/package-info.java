/**
 * Backfills: what fills rows in batches by ranges of a key, without the loop itself.
 *
 * <p>{@link io.retort.internal.backfill.BackfillKey} finds the key of a table and writes conditions for its ranges. A {@link
 * io.retort.internal.backfill.BackfillPosition} is the journal entry between two batches, from which an interrupted backfill
 * continues. {@link io.retort.internal.backfill.BatchSize} adapts the number of rows to a time. Imports: {@code
 * internal.dialect.ansi}, {@code internal.checksum}, {@code
 * internal.database}, {@code run}, {@code operation}, {@code schema}, {@code dialect} and {@code error}.
 */
@NullMarked
package io.retort.internal.backfill;

import org.jspecify.annotations.NullMarked;
