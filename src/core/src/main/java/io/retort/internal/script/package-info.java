/**
 * Scripts: the statements of a run as a file for the product's own client.
 *
 * <p>{@link io.retort.internal.script.ScriptSink} writes a plain script. {@link
 * io.retort.internal.script.GuardedScriptSink} writes a script in which each step asks the history table whether it
 * is still pending, so that the script can run twice. Imports: {@code internal.execute}, {@code internal.database},
 * {@code internal.text}, {@code run}, {@code operation}, {@code schema}, {@code dialect}, {@code revision} and
 * {@code error}.
 */
@NullMarked
package io.retort.internal.script;

import org.jspecify.annotations.NullMarked;
