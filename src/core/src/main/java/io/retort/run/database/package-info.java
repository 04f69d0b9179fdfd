/**
 * A database as Retort meets it: the connection, who is connected, and the table of applied revisions.
 *
 * <p>{@link io.retort.run.database.Database} opens a {@link io.retort.run.database.Session} for each command and turns
 * refusals into sentences without secrets. {@link io.retort.run.database.AppliedTable} is the table in which a database
 * remembers which revisions it has. Imports: dialect, operation, migration, schema, revision, error.
 */
@NullMarked
package io.retort.run.database;

import org.jspecify.annotations.NullMarked;
