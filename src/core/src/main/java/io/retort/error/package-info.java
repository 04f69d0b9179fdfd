/**
 * The superclass of all exceptions that Retort throws.
 *
 * <p>An exception states what failed, where, and what to do next, and has the exit status of the command. Packages
 * with more data about a failure extend {@link io.retort.error.RetortException}. Imports: {@code
 * internal.text}, which imports nothing, for the one list of characters that are escaped.
 */
@NullMarked
package io.retort.error;

import org.jspecify.annotations.NullMarked;
