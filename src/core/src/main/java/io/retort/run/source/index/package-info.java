/**
 * The index of revisions, which is written into a jar when it is packaged.
 *
 * <p>{@link io.retort.run.source.index.RevisionIndex} lists the files of each folder with revisions.
 * {@link io.retort.run.source.index.IndexDigest} is the part that is sufficient if nothing is pending. This package
 * processes text only; it opens no jar. It imports {@code run.source}, {@code migration}, {@code revision} and
 * {@code error}.
 */
@NullMarked
package io.retort.run.source.index;

import org.jspecify.annotations.NullMarked;
