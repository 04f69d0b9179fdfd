/**
 * The history of revisions as a graph.
 *
 * <p>{@link io.retort.revision.RevisionGraph} is built from the revisions' metadata and refuses an invalid history with
 * all of its defects. {@link io.retort.revision.RevisionNumbering} is the same history for algorithms on sets. Heads are
 * always computed as the maximal elements of the applied revisions. The subpackage {@code plan} computes what must run.
 * This package uses no database, no files and no clock. It imports {@code error} and its subpackages {@code lineage}
 * and {@code target}.
 */
@NullMarked
package io.retort.revision;

import org.jspecify.annotations.NullMarked;
