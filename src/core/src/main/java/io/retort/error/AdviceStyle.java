package io.retort.error;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * How the user runs Retort, and therefore how the commands and settings in an {@link Advice} are typed.
 *
 * <p>The library itself has only the style {@link #LIBRARY}. Implement this interface where a build tool or a framework runs
 * Retort:
 *
 * <pre>{@code
 * GradleStyle style = new GradleStyle();
 * failure.what(style) + "\n" + failure.advice().in(style);
 * }</pre>
 */
public interface AdviceStyle {

    /** The style of the plain library. It names no tool: the command `merge --message=...`, the option `lock.timeout`. */
    AdviceStyle LIBRARY = new LibraryStyle();

    /** The name of the option that stands for the target of a command. */
    String TARGET = "target";

    /**
     * An option of a command.
     *
     * @param name the name, in lower case with hyphens; {@link #TARGET} for the target
     * @param value the value; empty for a flag
     * @param quoted whether the value is put in quotes
     */
    record Option(String name, String value, boolean quoted) implements Serializable {

        /** Checks that nothing is null. */
        public Option {
            Objects.requireNonNull(name, "'name' must not be null");
            Objects.requireNonNull(value, "'value' must not be null");
        }

        /** Returns whether this is the target of the command. */
        public boolean isTarget() {
            return name.equals(TARGET);
        }

        /** Returns whether the option has a value. */
        public boolean hasValue() {
            return !value.isEmpty();
        }
    }

    /** A property of a data source. */
    enum Login {
        /** The JDBC URL. */
        URL,
        /** The user. */
        USER,
        /** The password. */
        PASSWORD
    }

    /**
     * Renders a command.
     *
     * @param name the name, such as {@code merge}
     * @param options its options, in order
     */
    String command(String name, List<Option> options);

    /** Renders an option of the command that runs. */
    String option(Option option);

    /** Renders a target of the command that runs. */
    String target(String target);

    /**
     * Renders a setting of Retort.
     *
     * @param name the name without a prefix, such as {@code lock.timeout}
     * @param value the value; empty for an option without a value
     */
    String setting(String name, String value);

    /**
     * Renders properties of the application's data source, such as {@code the URL and the user of the data source}.
     *
     * @param properties the properties, in order; at least one
     * @param first whether the text starts a sentence
     */
    String dataSource(List<Login> properties, boolean first);

    /**
     * Embeds something to type in a sentence that does not put it in backticks. The default returns it unchanged.
     *
     * @param kind what it is: {@code command}, {@code option} or {@code target}
     * @param typed what to type
     * @param first whether the text starts a sentence, so that a word of the style needs a capital
     */
    default String inSentence(String kind, String typed, boolean first) {
        return typed;
    }
}
