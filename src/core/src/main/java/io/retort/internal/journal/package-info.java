/**
 * The journal of steps that no transaction can contain.
 *
 * <p>A {@link io.retort.internal.journal.Journal} records each statement of a step, in the same transaction where
 * possible, otherwise before and after it. After a kill, {@link io.retort.internal.journal.Recovery} decides about
 * the statement in flight: it compares a fingerprint of the affected objects with the catalog. {@link
 * io.retort.internal.journal.FailureAssessment} determines what a failed step leaves. Imports: the API packages,
 * {@code internal.prepare}, {@code internal.database}, {@code internal.session}, {@code internal.sql}, {@code
 * internal.checksum} and {@code internal.text}.
 */
@NullMarked
package io.retort.internal.journal;

import org.jspecify.annotations.NullMarked;
