package io.retort.internal.sql;

/**
 * One statement of a script.
 *
 * @param text the text as it is sent, without its terminator
 * @param start its position in the script
 * @param end the position after its last character
 * @param section the section that contains it, named by a line {@code -- name} above; empty if there is no such line
 */
public record ScriptStatement(String text, int start, int end, String section) {}
