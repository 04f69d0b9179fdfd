/**
 * What is written into a jar when it is packaged, so that a start need not look for its revisions.
 *
 * <p>{@link io.retort.run.source.index.RevisionIndex} lists the files of each folder with revisions;
 * {@link io.retort.run.source.index.IndexDigest} is the part of it that is enough where nothing is pending. Text only: who
 * opens jars is elsewhere. Imports: sources, migration, revision, error.
 */
@NullMarked
package io.retort.run.source.index;

import org.jspecify.annotations.NullMarked;
