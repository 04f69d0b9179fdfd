/**
 * The commands of tool mode: a word, the options it understands, and what it does with the application.
 *
 * <p>A command calls one method of a façade and prints its result; it decides nothing itself. Data goes to standard
 * output, talk to standard error. May import core's façade, {@code io.retort.diff.author} and Spring's context.
 */
@NullMarked
package io.retort.boot.tool.command;

import org.jspecify.annotations.NullMarked;
