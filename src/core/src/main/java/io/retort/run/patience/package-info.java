/**
 * Timeouts, retries and progress of statements.
 *
 * <p>A statement that waits for an exclusive lock blocks all later statements. So it waits only briefly ({@link
 * io.retort.run.patience.DdlTimeouts}) and is retried ({@link io.retort.run.patience.Retries}). Finally,
 * {@link io.retort.run.patience.LockedOutException} names the sessions that hold the lock. This package also reports
 * the progress of long statements and detects a database that no longer responds. It imports {@code run.session},
 * {@code dialect} and {@code error}.
 */
@NullMarked
package io.retort.run.patience;

import org.jspecify.annotations.NullMarked;
