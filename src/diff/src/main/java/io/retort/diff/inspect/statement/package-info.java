/**
 * Reads the statements that created things, for a product whose catalog keeps no more than these: SQLite.
 *
 * <p>{@link io.retort.diff.inspect.statement.CreateTable} and {@link io.retort.diff.inspect.statement.CreateIndex} turn a
 * statement into a noun; {@code Cursor} goes through its words. What a person wrote is taken over as it was written, with
 * names in their plainest spelling. Imports: schema and dialect; nothing of a database.
 */
@NullMarked
package io.retort.diff.inspect.statement;

import org.jspecify.annotations.NullMarked;
