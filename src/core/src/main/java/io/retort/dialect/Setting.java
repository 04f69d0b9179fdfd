package io.retort.dialect;

/**
 * Something that a session is set to for a while.
 *
 * @param read a query for the present value, as {@link #write} takes it
 * @param write the statement that sets it, up to the value
 * @param value what it is set to meanwhile
 */
public record Setting(String read, String write, String value) {}
