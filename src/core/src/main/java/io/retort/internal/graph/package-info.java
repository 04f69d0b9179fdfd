/**
 * Drawings of the revision graph, without a database.
 *
 * <p>{@link io.retort.internal.graph.RevisionLayout} assigns each revision a row and a lane. The drawing in text and the one
 * in SVG use this layout; Mermaid places the revisions itself, so {@link io.retort.internal.graph.MermaidGraph} only
 * lists them. Imports: {@code revision} and {@code internal.text}.
 */
@NullMarked
package io.retort.internal.graph;

import org.jspecify.annotations.NullMarked;
