/**
 * Sends single statements.
 *
 * <p>A {@link io.retort.run.send.StatementSender} gives Java code the connection and SQL its time limit, holds a statement to
 * the number of rows that its migration expects, and looks after indexes that are built while others write: leftovers of an
 * earlier try go first, and a build that ended in a useless index is a failure. Trying again is the caller's. Imports:
 * run.patience, run.session, operation, dialect, sql.
 */
@NullMarked
package io.retort.run.send;

import org.jspecify.annotations.NullMarked;
