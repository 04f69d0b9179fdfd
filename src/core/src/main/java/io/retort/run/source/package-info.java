/**
 * Where revisions come from: Java classes and SQL files, in one history.
 *
 * <p>A {@link io.retort.run.source.RevisionSource} finds revisions; each is a
 * {@link io.retort.run.source.RevisionCode}, which knows its place in the history at once and loads its migration only
 * when a step needs it. {@link io.retort.run.source.History} gathers all of them into one graph. Imports: migration,
 * revision, error, and its room {@code text}.
 */
@NullMarked
package io.retort.run.source;

import org.jspecify.annotations.NullMarked;
