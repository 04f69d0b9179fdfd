/**
 * The database of a run and its history table.
 *
 * <p>{@link io.retort.internal.database.MigratedDatabase} opens a {@link io.retort.internal.database.DatabaseSession}
 * for each command. {@link io.retort.internal.database.HistoryTable} reads the table of applied revisions, and {@link
 * io.retort.internal.database.HistoryTableStatements} contains the statements that change its rows. {@link
 * io.retort.internal.database.Secrets} removes passwords from texts. Imports: {@code run}, {@code migration}, {@code
 * operation}, {@code dialect}, {@code schema}, {@code revision}, {@code error}, {@code internal.session} and {@code
 * internal.text}.
 */
@NullMarked
package io.retort.internal.database;

import org.jspecify.annotations.NullMarked;
