/**
 * Where revisions come from.
 *
 * <p>A {@link io.retort.source.RevisionSource} finds revisions. Each is a {@link io.retort.source.RevisionCode}: it
 * knows its place in the history at once and loads its migration only when a step needs it. The sources for Java
 * classes and SQL files are in {@code io.retort.internal.history}. Imports: {@code migration}, {@code revision} and
 * {@code error}.
 */
@NullMarked
package io.retort.source;

import org.jspecify.annotations.NullMarked;
