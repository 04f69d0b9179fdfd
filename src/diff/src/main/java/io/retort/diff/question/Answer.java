package io.retort.diff.question;

/**
 * The answer to a question.
 *
 * @param verb the decision
 * @param value the value that belongs to it, such as the new name; empty if the verb has no value
 */
public record Answer(Verb verb, String value) {}
