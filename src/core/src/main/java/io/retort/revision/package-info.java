/**
 * The history: which revisions exist, which follow which, and what has to run to get from here to there.
 *
 * <p>{@link io.retort.revision.RevisionGraph} is built once from plain descriptions and refuses a broken history with
 * every defect at once. {@link io.retort.revision.Planner} reads what a person typed and answers with a
 * {@link io.retort.revision.Plan}: ordered steps and the heads before and after. Heads are always computed as the
 * maximal elements of what is applied; nothing here maintains them by cases. The package is pure: no database, no
 * files, no clock; it imports {@code io.retort.error}, its own two subpackages and the JDK.
 */
@NullMarked
package io.retort.revision;

import org.jspecify.annotations.NullMarked;
