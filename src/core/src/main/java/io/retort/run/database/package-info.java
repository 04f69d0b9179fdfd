/**
 * The connection to a database and its history table.
 *
 * <p>{@link io.retort.run.database.Database} opens a {@link io.retort.run.database.Session} for each command and turns
 * SQL errors into messages without secrets. {@link io.retort.run.database.AppliedTable} is the history table. This
 * package imports {@code dialect}, {@code operation}, {@code migration}, {@code schema}, {@code revision} and
 * {@code error}.
 */
@NullMarked
package io.retort.run.database;

import org.jspecify.annotations.NullMarked;
