package io.retort.sample.history;

import io.retort.run.AppliedRevision;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row on the page of applied revisions.
 *
 * @param id the revision's id
 * @param message the revision's message
 * @param appliedAt when it was applied, in UTC
 * @param appliedBy the database user that applied it, or null if unknown
 * @param durationMs how long it took, in milliseconds
 */
record AppliedLine(
        String id,
        String message,
        LocalDateTime appliedAt,
        @Nullable String appliedBy,
        long durationMs) {

    static AppliedLine of(AppliedRevision applied) {
        Instant at = Objects.requireNonNullElse(applied.appliedAt(), Instant.EPOCH);
        return new AppliedLine(
                applied.id(),
                applied.message(),
                LocalDateTime.ofInstant(at, ZoneOffset.UTC),
                applied.appliedBy(),
                applied.duration().toMillis());
    }
}
