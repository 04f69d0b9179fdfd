/**
 * Sources of revisions: Java classes and SQL files, in one history.
 *
 * <p>A {@link io.retort.run.source.RevisionSource} finds revisions. Each is a
 * {@link io.retort.run.source.RevisionCode}, whose metadata is known at once and whose migration is loaded when a step
 * needs it. {@link io.retort.run.source.History} combines all of them into one graph. This package imports
 * {@code migration}, {@code revision}, {@code dialect}, {@code sql} and {@code error}.
 */
@NullMarked
package io.retort.run.source;

import org.jspecify.annotations.NullMarked;
