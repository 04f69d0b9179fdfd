package io.retort.diff.question;

import io.retort.error.Advice;
import io.retort.error.AdviceStyle;
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

    AdviceStyle.Option option(String subject) {
        return new AdviceStyle.Option(verb.word(), verb.argument(subject, value), false);
    }

    /** Returns the answer as it was given, with its place in a file: {@code --zone=event.at=UTC (answers.txt, line 3)}. */
    public Advice given(String subject) {
        return Advice.of(
                Advice.option(verb.word(), verb.argument(subject, value)), source == null ? "" : " (" + source + ")");
    }
}
