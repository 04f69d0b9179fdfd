/**
 * The migration lock, which lets one run after another change a database.
 *
 * <p>{@link io.retort.run.lock.Turns} acquires a {@link io.retort.run.lock.Turn}. It belongs to the session that runs
 * the migration and is released when that ends; waiting runs report the lock holder. The dialect selects the kind of
 * lock; each kind is a class of this package. It imports {@code run.session}, {@code run.database}, {@code dialect},
 * {@code schema} and {@code error}.
 */
@NullMarked
package io.retort.run.lock;

import org.jspecify.annotations.NullMarked;
