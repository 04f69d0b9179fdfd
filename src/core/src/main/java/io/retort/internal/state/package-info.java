/**
 * The schema that a history produces, without a database.
 *
 * <p>{@link io.retort.internal.state.HistorySchema} applies the operations of every revision in order. It knows which
 * revision each object comes from, which operations contradict the ones before them, and which tables hand-written SQL
 * changes in an undeclared way. Imports: {@code operation}, {@code migration}, {@code revision}, {@code
 * dialect}, {@code sql}, {@code schema}, {@code error}, {@code internal.history}, {@code internal.sql} and
 * {@code internal.text}.
 */
@NullMarked
package io.retort.internal.state;

import org.jspecify.annotations.NullMarked;
