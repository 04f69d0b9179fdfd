/**
 * Execution: the migration lock, the runner, retries and progress.
 *
 * <p>{@link io.retort.internal.execute.MigrationLock} lets one run after another change a database. The {@link
 * io.retort.internal.execute.Runner} sends prepared steps into a {@link io.retort.internal.execute.Sink}: a
 * connection, a script or a list. A statement that waits for the lock of another session gives way and is tried again
 * ({@code LockRetryPolicy}). {@link io.retort.internal.execute.SilenceMonitor} ends a run whose database does not
 * answer. Imports: the API packages, {@code internal.journal}, {@code internal.prepare}, {@code internal.database},
 * {@code internal.session} and {@code internal.text}.
 */
@NullMarked
package io.retort.internal.execute;

import org.jspecify.annotations.NullMarked;
