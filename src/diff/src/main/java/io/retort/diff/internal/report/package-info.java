/**
 * The pages of {@code migrate:report}.
 *
 * <p>A {@link io.retort.diff.internal.report.Report} is the content of {@code report.json} as nested maps and lists, with the
 * schemas before and after for pictures. {@link io.retort.diff.internal.report.ReportHtml} makes one self-contained page of it,
 * {@link io.retort.diff.internal.report.ReportMarkdown} a comment for a pull request. Both treat every text as hostile.
 * Imports: {@code schema}, {@code revision}, {@code internal.graph}, {@code internal.text}, {@code diff.internal.draw} and
 * Thymeleaf.
 */
@NullMarked
package io.retort.diff.internal.report;

import org.jspecify.annotations.NullMarked;
