/**
 * Evidence from a live database: counting that ends early.
 *
 * <p>A question must not cost more than reading it. So no query looks at more rows than a person cares to know, and none
 * runs longer than a few seconds; what is not found out is said to be unknown. Values themselves are never shown, they
 * may be somebody's. Imports: core, question.
 */
@NullMarked
package io.retort.diff.question.evidence;

import org.jspecify.annotations.NullMarked;
