package io.retort.diff.question;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a question.
 *
 * @param verb the decision
 * @param value the value that belongs to it, such as the new name; empty if the verb has no value
 * @param source where it was given, for messages, such as {@code answers.txt, line 3}; null for the command line, a
 *     terminal or code
 */
public record Answer(Verb verb, String value, @Nullable String source) {

    /**
     * Creates an answer that a message needs not locate.
     *
     * @param verb the decision
     * @param value the value that belongs to it; empty if the verb has no value
     */
    public Answer(Verb verb, String value) {
        this(verb, value, null);
    }

    /** Returns the answer as it was given, with its place in a file: {@code -Dzone=event.at=UTC (answers.txt, line 3)}. */
    String given(String subject) {
        return "-D" + verb.asOption(subject, value) + (source == null ? "" : " (" + source + ")");
    }
}
