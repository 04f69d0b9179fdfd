/**
 * How long a statement may wait for the locks of those who use the database, and what happens then.
 *
 * <p>A statement that waits for a strong lock makes everybody else wait behind it, so it waits briefly
 * ({@link io.retort.run.patience.DdlTimeouts}), gives way, and is tried again ({@link io.retort.run.patience.Retries}); at
 * the end {@link io.retort.run.patience.LockedOutException} names who was in the way. Also here:
 * telling how far a long statement is. Imports: run.session, dialect, error.
 */
@NullMarked
package io.retort.run.patience;

import org.jspecify.annotations.NullMarked;
