/**
 * Pictures of schemas and of the revision graph as SVG.
 *
 * <p>{@link io.retort.diff.internal.draw.LayeredLayout} places boxes in layers in four steps: layers, order within each layer,
 * coordinates, routes. It is a pure function, and neither the order of its input nor the machine changes its result. {@link
 * io.retort.diff.internal.draw.SchemaDrawing} draws tables, {@link io.retort.diff.internal.draw.RevisionDrawing} the revision
 * graph. Every text is escaped, and all colours are CSS variables. Imports: {@code schema}, {@code revision}, {@code
 * internal.graph} and {@code internal.text}.
 */
@NullMarked
package io.retort.diff.internal.draw;

import org.jspecify.annotations.NullMarked;
