/**
 * Running without a database: sinks that write what would be sent into a script.
 *
 * <p>{@link io.retort.run.script.ScriptSink} writes a script for a database whose state is known;
 * {@link io.retort.run.script.GuardedScriptSink} one that asks the table of revisions before each step, so that it may
 * be run again, or on a database that has part of it. Both refuse Java code, which no script can hold. May import what
 * {@code io.retort.run} may, and that package; nothing in there knows this one.
 */
@NullMarked
package io.retort.run.script;

import org.jspecify.annotations.NullMarked;
