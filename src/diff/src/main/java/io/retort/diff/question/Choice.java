package io.retort.diff.question;

import io.retort.error.AdviceStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A possible answer to a question.
 *
 * @param key the key to type at a terminal, such as {@code r}
 * @param verb the decision, which is also the name of the option
 * @param value the value of the answer; null if the user has to supply it
 * @param meaning the consequence
 * @param placeholder the value to show in an example, such as {@code VALUE} or {@code sql:EXPRESSION}
 * @param shown whether the choice is offered; false for a choice that is accepted but unlikely
 * @param allowed the values that the user can supply; empty if they cannot be listed
 */
public record Choice(
        String key,
        Verb verb,
        @Nullable String value,
        String meaning,
        String placeholder,
        boolean shown,
        List<String> allowed) {

    /** Copies the list. */
    public Choice {
        allowed = List.copyOf(allowed);
    }

    /** Creates a choice whose values cannot be listed. */
    public Choice(String key, Verb verb, @Nullable String value, String meaning, String placeholder, boolean shown) {
        this(key, verb, value, meaning, placeholder, shown, List.of());
    }

    /**
     * Creates a choice without a value.
     *
     * @param key the key to type at a terminal
     * @param verb the decision
     * @param meaning the consequence
     */
    public static Choice of(String key, Verb verb, String meaning) {
        return new Choice(key, verb, "", meaning, "", true);
    }

    /**
     * Creates a choice whose value the user supplies.
     *
     * @param key the key to type at a terminal
     * @param verb the decision
     * @param placeholder the value to show in an example
     * @param meaning the consequence
     */
    public static Choice open(String key, Verb verb, String placeholder, String meaning) {
        return new Choice(key, verb, null, meaning, placeholder, true);
    }

    /**
     * Returns this choice with the values that the user can supply.
     *
     * @param values the values
     */
    public Choice allowing(List<String> values) {
        return new Choice(key, verb, value, meaning, placeholder, shown, values);
    }

    /**
     * Returns a value typed at a terminal in the spelling of an option: an expression gets its {@code sql:} prefix.
     *
     * @param typed the value as typed
     */
    public String spelled(String typed) {
        int end = placeholder.indexOf(':') + 1;
        return placeholder.substring(0, end) + typed;
    }

    /**
     * Returns the option that makes this choice, as it is written in a file of answers. A placeholder represents a value
     * that the user supplies.
     *
     * @param subject the subject of the question
     */
    public String flag(String subject) {
        return verb.asOption(subject, given());
    }

    AdviceStyle.Option option(String subject) {
        return new AdviceStyle.Option(verb.word(), verb.argument(subject, given()), false);
    }

    private String given() {
        return value == null ? placeholder : value;
    }
}
