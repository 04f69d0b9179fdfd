/**
 * Renders revisions as files that look hand-written.
 *
 * <p>A {@link io.retort.diff.author.file.Draft} is the content of a revision. A {@code JavaWriter} or {@code SqlWriter}
 * renders it with a template, which a project can replace. {@link io.retort.diff.author.file.SourceTree} writes the
 * file and never overwrites an existing one.
 *
 * <p>The output is valid input: Java for the compiler, SQL for {@link io.retort.run.source.SqlRevisions}. This is the
 * only package that imports Thymeleaf; otherwise it imports core and the conventions.
 */
@NullMarked
package io.retort.diff.author.file;

import org.jspecify.annotations.NullMarked;
