package io.retort.internal.state;

/**
 * An operation that does not fit the schema that the operations before it produce.
 *
 * @param revision the id of its revision
 * @param operation the operation, as {@link io.retort.operation.Operation#describe} describes it
 * @param reason what does not fit, for example {@code column customer.fax does not exist}
 */
public record Contradiction(String revision, String operation, String reason) {}
