package io.retort.diff.question;

/**
 * What was decided on a question.
 *
 * @param verb which choice
 * @param value what goes with it, such as the new name; empty where the verb says it all
 */
public record Answer(Verb verb, String value) {}
