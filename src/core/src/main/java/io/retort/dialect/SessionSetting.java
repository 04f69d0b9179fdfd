package io.retort.dialect;

/**
 * A temporary session setting.
 *
 * @param read a query for the present value, in the form that {@link #write} accepts
 * @param write the statement that sets it, up to the value
 * @param value the temporary value
 */
public record SessionSetting(String read, String write, String value) {}
