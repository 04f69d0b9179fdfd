package io.retort.diff.model.scratch;

/**
 * A statement of Hibernate's that the database refused.
 *
 * @param statement as it would run in the real schema
 * @param words what the database said
 */
public record Failure(String statement, String words) {}
