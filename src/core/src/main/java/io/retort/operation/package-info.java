/**
 * Changes to a schema, as values.
 *
 * <p>An {@link io.retort.operation.Operation} is one change. It supplies its reverse, the schema after it, its Java
 * source, its description and, through {@link io.retort.operation.Ddl}, its SQL. One sealed interface per kind of
 * schema object contains the records of its changes; {@link io.retort.operation.CustomOperation} is the extension
 * point. A change stores the object before and after, so that its reverse swaps the two. {@link io.retort.operation.JavaCall} is
 * an operation as Java source. This package imports {@code schema}, {@code sql}, {@code internal.sql} and {@code error}.
 */
@NullMarked
package io.retort.operation;

import org.jspecify.annotations.NullMarked;
