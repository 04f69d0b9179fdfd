package io.retort.dialect;

/**
 * Something that a JDBC driver tells about a connection, and JDBC does not.
 *
 * @param type the driver's own type of connections
 * @param method its method without parameters
 */
public record DriverProperty(String type, String method) {}
