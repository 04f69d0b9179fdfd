/**
 * The verbs: changes to a schema, as data.
 *
 * <p>An {@link io.retort.operation.Operation} is one change and answers five questions about itself: what undoes it,
 * what the schema is like after it, how Java says it, how a person says it and, through
 * {@link io.retort.operation.Ddl}, how a database says it. There is one file per noun, a sealed interface with the
 * changes to that noun nested inside; {@link io.retort.operation.CustomOperation} is the one open door. A change carries
 * before and after, so that its reverse is an exchange of arguments, and may say which table it is about. Imports: schema,
 * error and its two rooms: {@code source}, how Java says an operation, and {@code rename}, what a rename takes along.
 */
@NullMarked
package io.retort.operation;

import org.jspecify.annotations.NullMarked;
