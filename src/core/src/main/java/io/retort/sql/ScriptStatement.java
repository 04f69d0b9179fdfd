package io.retort.sql;

/**
 * One statement of a script.
 *
 * @param text as it is sent, without what ends it
 * @param start where it begins in the script
 * @param section the line {@code -- name} above it that begins a section of the script; empty if there is none
 */
public record ScriptStatement(String text, int start, String section) {}
