/**
 * Waiting for our turn to change a database.
 *
 * <p>{@link io.retort.run.lock.Turns} gives one run after another its {@link io.retort.run.lock.Turn}, which belongs to the
 * session that works and goes when that dies; those who wait are told who is in front of them. Which kind of lock it is the
 * dialect says; each kind is a class here. Imports: run.session, run.database, dialect, schema, error.
 */
@NullMarked
package io.retort.run.lock;

import org.jspecify.annotations.NullMarked;
