/**
 * Building blocks of commands: the parsed command line, the context, the outcome and formatting.
 *
 * <p>A command calls one method of a façade and prints its result; it contains no logic of its own. Data goes to
 * standard output, messages to standard error. May import the units, core's façade, {@code io.retort.diff.model} and
 * Spring's context.
 */
@NullMarked
package io.retort.boot.tool.command;

import org.jspecify.annotations.NullMarked;
