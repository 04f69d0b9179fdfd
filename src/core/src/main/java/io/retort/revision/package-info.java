/**
 * The history: which revisions exist, and which follow which.
 *
 * <p>{@link io.retort.revision.RevisionGraph} is built once from plain descriptions and refuses a broken history with
 * every defect at once; {@link io.retort.revision.RevisionNumbers} is the same history for those who reckon with sets of
 * revisions. Heads are always computed as the maximal elements of what is applied; nothing here maintains them by cases.
 * What has to run to get from here to there is the chapter {@code plan}, which builds on this one. The package is pure: no
 * database, no files, no clock; it imports {@code io.retort.error}, its rooms {@code lineage} and {@code target}, and the JDK.
 */
@NullMarked
package io.retort.revision;

import org.jspecify.annotations.NullMarked;
