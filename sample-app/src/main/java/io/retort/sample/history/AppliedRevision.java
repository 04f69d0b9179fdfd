package io.retort.sample.history;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision as the database remembers it.
 *
 * @param appliedAt when it was applied, in UTC
 * @param durationMs how long that took, in milliseconds
 */
record AppliedRevision(
        String id,
        List<String> parents,
        String message,
        String state,
        @Nullable LocalDateTime appliedAt,
        @Nullable String appliedBy,
        long durationMs) {}
