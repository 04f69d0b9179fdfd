package io.retort.internal.state;

/**
 * An operation that does not fit the schema that the operations before it produce, or a declaration that does not fit its
 * statement.
 *
 * @param revision the id of its revision
 * @param index the index of the operation in the upgrade of the revision, from 0; of a declaration, that of its statement
 * @param operation the operation, as {@link io.retort.operation.Operation#describe} describes it
 * @param reason what does not fit, for example {@code column customer.fax does not exist}
 */
public record Contradiction(String revision, int index, String operation, String reason) {}
