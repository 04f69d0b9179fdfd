/**
 * The history of an application: its Java and SQL revisions, and the index in a jar.
 *
 * <p>{@link io.retort.internal.history.History} collects the revisions of all sources into one graph. {@link
 * io.retort.internal.history.JavaRevisions} and {@link io.retort.internal.history.SqlRevisions} are the two kinds of
 * source. A {@link io.retort.internal.history.RevisionIndex} lists the revisions of one jar, so that an application
 * start opens none of them. Imports: {@code source}, {@code migration}, {@code revision}, {@code dialect}, {@code
 * sql}, {@code operation}, {@code schema}, {@code error}, {@code internal.sql} and {@code internal.text}.
 */
@NullMarked
package io.retort.internal.history;

import org.jspecify.annotations.NullMarked;
