package io.retort.diff.author;

import org.jspecify.annotations.Nullable;

/**
 * The options of {@code migrate:squash}.
 *
 * @param message the message, in a few words; null for a default
 * @param format the file format
 * @param revId the revision id; null for a random one
 */
public record SquashRequest(
        @Nullable String message, Format format, @Nullable String revId) {}
