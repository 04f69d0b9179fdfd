package io.retort.diff.question;

import org.jspecify.annotations.Nullable;

/**
 * One of the ways to answer a question.
 *
 * @param key what a person types at a terminal, such as {@code r}
 * @param verb the flag
 * @param value what goes with the flag; null where the person must say it
 * @param meaning the consequence, in words
 * @param placeholder what stands for the value in an example, such as {@code VALUE} or {@code sql:EXPRESSION}
 * @param shown false for what is accepted but not likely enough to be offered
 */
public record Choice(String key, Verb verb, @Nullable String value, String meaning, String placeholder, boolean shown) {

    /** A choice whose flag says it all. */
    public static Choice of(String key, Verb verb, String meaning) {
        return new Choice(key, verb, "", meaning, "", true);
    }

    /** A choice that wants a value from the person. */
    public static Choice open(String key, Verb verb, String placeholder, String meaning) {
        return new Choice(key, verb, null, meaning, placeholder, true);
    }

    /** What is said at a terminal, as it would stand behind a flag: an expression gets its sign in front. */
    public String spelled(String typed) {
        int end = placeholder.indexOf(':') + 1;
        return placeholder.substring(0, end) + typed;
    }

    /** The answer that makes this choice, as a flag without {@code -D}; a placeholder stands for what is to be said. */
    public String flag(String subject) {
        return verb.said(subject, value == null ? placeholder : value);
    }
}
