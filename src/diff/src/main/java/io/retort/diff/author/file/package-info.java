/**
 * Turns a revision into a file that reads as if a person had written it.
 *
 * <p>A {@link io.retort.diff.author.file.Draft} is a revision as data; a {@code JavaWriter} or {@code SqlWriter} says it
 * as text, by way of a template that a project may replace; a {@link io.retort.diff.author.file.SourceTree} knows the
 * folders, and never overwrites a file. What the writers write can be read back: Java by a compiler, SQL by
 * {@link io.retort.run.source.SqlRevisions}. This is the only package that imports Thymeleaf; of ours it imports core
 * and the team's conventions.
 */
@NullMarked
package io.retort.diff.author.file;

import org.jspecify.annotations.NullMarked;
