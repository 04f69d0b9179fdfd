/**
 * Changes to a schema, as values.
 *
 * <p>An {@link io.retort.operation.Operation} is one change. It supplies its reverse, the schema after it, its Java
 * source, its description and, through {@link io.retort.operation.Ddl}, its SQL. One sealed interface per kind of
 * schema object contains the records of its changes; {@link io.retort.operation.CustomOperation} is the extension
 * point. A change stores the object before and after, so that its reverse swaps the two. This package imports
 * {@code schema}, {@code error} and its subpackages {@code source} (Java source of operations) and {@code rename}
 * (references that a rename changes).
 */
@NullMarked
package io.retort.operation;

import org.jspecify.annotations.NullMarked;
