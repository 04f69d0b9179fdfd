/**
 * Evidence from the live database, collected by limited queries.
 *
 * <p>A question has to be cheap. Each query therefore has a limit for its rows and a timeout of a few seconds.
 * What it could not determine is reported as unknown. Stored values are never shown, because they can be personal data.
 * Imports: core, question.
 */
@NullMarked
package io.retort.diff.question.evidence;

import org.jspecify.annotations.NullMarked;
