/**
 * Sinks that write SQL scripts instead of running statements.
 *
 * <p>{@link io.retort.run.script.ScriptSink} writes a script for a database whose revisions are known.
 * {@link io.retort.run.script.GuardedScriptSink} writes one that checks the history table before each step. Such a
 * script can run again, or on a database that has some of the revisions. Both refuse Java code, which a script cannot
 * contain. This package can import {@code run} and what that can import.
 */
@NullMarked
package io.retort.run.script;

import org.jspecify.annotations.NullMarked;
