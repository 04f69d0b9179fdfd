/**
 * Renders operations as the Java source of a revision file.
 *
 * <p>A {@link io.retort.operation.source.JavaCall} is a method call with chained calls; it breaks long lines.
 * {@link io.retort.operation.source.SchemaSource} renders columns, constraints and other schema objects as calls of
 * {@code io.retort.migration.Definitions}. This package imports {@code schema}.
 */
@NullMarked
package io.retort.operation.source;

import org.jspecify.annotations.NullMarked;
