/**
 * Parses DDL statements.
 *
 * <p>{@link io.retort.diff.inspect.statement.CreateTable} and {@link io.retort.diff.inspect.statement.CreateIndex} read
 * the schema of SQLite, whose catalog only stores statements. {@link io.retort.diff.inspect.statement.DdlReader} reads
 * hand-written SQL of revisions, on every product. {@code Cursor} iterates over the tokens. Expressions are kept as
 * written, and names are normalised. Imports: schema and dialect; nothing here accesses a database.
 */
@NullMarked
package io.retort.diff.inspect.statement;

import org.jspecify.annotations.NullMarked;
