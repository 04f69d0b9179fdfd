package io.retort.internal.sql;

/**
 * A comment of a script that begins with two dashes.
 *
 * @param text the text after the dashes, without surrounding whitespace
 * @param start its position in the script
 * @param statements the number of statements of the script that end before it
 * @param trailing whether a statement is before it in the same line
 * @param inside whether it is inside a statement, so that it is sent with it
 * @param section the section that contains it, named by a line {@code -- name} above; empty outside a section
 */
public record ScriptComment(String text, int start, int statements, boolean trailing, boolean inside, String section) {}
