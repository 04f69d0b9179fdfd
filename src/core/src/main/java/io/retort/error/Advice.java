package io.retort.error;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What to do next, as data: text, and between it the commands, options, targets and settings that the user types.
 *
 * <p>How a command is typed depends on how the user runs Retort, so an advice is rendered only where it is printed, by an
 * {@link AdviceStyle}. Text, messages of the user and values are never changed.
 *
 * <pre>{@code
 * Advice advice = Advice.of(
 *         "Merge them: `",
 *         Advice.command("merge", Advice.option("message", "...")),
 *         "`. Or name one: `",
 *         Advice.target("3f2a91c07b4e"),
 *         "`.");
 *
 * advice.toString(); // Merge them: `merge --message=...`. Or name one: `3f2a91c07b4e`.
 * }</pre>
 *
 * <p>Another style can render the same advice as {@code Merge them: `db merge -m ...`. Or name one: `--to 3f2a91c07b4e`.}
 * Put code into backticks only where the text around it needs them; a style can add its own.
 *
 * <p>Instances are immutable.
 */
public final class Advice implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The parts, in order. A list that can be serialized. */
    private final ArrayList<AdvicePart> parts;

    private Advice(List<? extends AdvicePart> parts) {
        this.parts = new ArrayList<>(parts);
    }

    /**
     * Creates an advice from parts.
     *
     * @param parts text, as anything but an advice, and advices, in order; never null
     */
    public static Advice of(Object... parts) {
        List<AdvicePart> all = new ArrayList<>();
        for (Object part : parts) {
            Objects.requireNonNull(part, "A part must not be null");
            if (part instanceof Advice advice) {
                all.addAll(advice.parts);
            } else {
                all.add(new Text(part.toString()));
            }
        }
        return new Advice(all);
    }

    /**
     * Creates a command, such as {@code merge --message=...}.
     *
     * @param name the name of the command; never null
     * @param arguments created by {@link #option(String, String)} or {@link #target}
     * @throws IllegalArgumentException if an argument is anything else
     */
    public static Advice command(String name, Advice... arguments) {
        ArrayList<AdviceStyle.Option> options = new ArrayList<>();
        for (Advice argument : arguments) {
            options.add(argument.asOption());
        }
        return single(new TypedCommand(name, options));
    }

    /**
     * Creates a flag of a command, such as {@code --empty}.
     *
     * @param name the name of the flag; never null
     */
    public static Advice option(String name) {
        return option(name, "");
    }

    /**
     * Creates an option of a command, such as {@code --format=sql}.
     *
     * @param name the name of the option; never null
     * @param value the value; empty for a flag; never null
     */
    public static Advice option(String name, String value) {
        return single(new Typed(new AdviceStyle.Option(name, value, false)));
    }

    /**
     * Creates an option whose value is put in quotes, such as {@code --message="add email"}.
     *
     * @param name the name of the option; never null
     * @param value the value, without quotes; never null
     */
    public static Advice quoted(String name, String value) {
        return single(new Typed(new AdviceStyle.Option(name, value, true)));
    }

    /**
     * Creates a target of the command that runs, or of a command if it is one of its arguments.
     *
     * @param target the target, such as a revision id, {@code heads} or {@code -1}; never null
     */
    public static Advice target(String target) {
        return single(new TypedTarget(target));
    }

    /**
     * Creates a setting of Retort, such as {@code lock.timeout}.
     *
     * @param name the name of the setting, without a prefix; never null
     */
    public static Advice setting(String name) {
        return setting(name, "");
    }

    /**
     * Creates a setting of Retort with a value, such as {@code ahead=allow}.
     *
     * @param name the name of the setting, without a prefix; never null
     * @param value the value; empty for an option without a value; never null
     */
    public static Advice setting(String name, String value) {
        return single(new Setting(name, value));
    }

    /**
     * Creates the URL, the user or the password of the application's data source.
     *
     * @param properties the properties, in order; at least one
     */
    public static Advice dataSource(AdviceStyle.Login... properties) {
        return single(new DataSource(new ArrayList<>(List.of(properties))));
    }

    /**
     * Returns this advice, followed by more.
     *
     * @param more as for {@link #of}
     */
    public Advice and(Object... more) {
        return of(this, of(more));
    }

    /**
     * Renders the advice.
     *
     * @param style how the user runs Retort; never null
     * @return the text; never null
     */
    public String in(AdviceStyle style) {
        StringBuilder text = new StringBuilder();
        for (AdvicePart part : parts) {
            text.append(part.in(style, endsWith(text, "`"), startsSentence(text)));
        }
        return text.toString();
    }

    /**
     * Returns the commands of the advice, each as it is typed, for programs that run them.
     *
     * @param style how the user runs Retort; never null
     * @return the commands, in order; can be empty
     */
    public List<String> commands(AdviceStyle style) {
        List<String> commands = new ArrayList<>();
        for (AdvicePart part : parts) {
            if (part instanceof TypedCommand command) {
                commands.add(style.command(command.name(), List.copyOf(command.options())));
            }
        }
        return commands;
    }

    /** Renders the advice in {@link AdviceStyle#LIBRARY}. */
    @Override
    public String toString() {
        return in(AdviceStyle.LIBRARY);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Advice advice && parts.equals(advice.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    private static Advice single(AdvicePart part) {
        return new Advice(List.of(part));
    }

    private AdviceStyle.Option asOption() {
        if (parts.size() == 1 && parts.get(0) instanceof Typed typed) {
            return typed.option();
        }
        if (parts.size() == 1 && parts.get(0) instanceof TypedTarget target) {
            return new AdviceStyle.Option(AdviceStyle.TARGET, target.target(), false);
        }
        throw new IllegalArgumentException("Not an option or a target: " + this);
    }

    private static boolean startsSentence(StringBuilder text) {
        return text.isEmpty() || endsWith(text, ". ") || endsWith(text, "\n");
    }

    private static boolean endsWith(StringBuilder text, String end) {
        return text.length() >= end.length()
                && text.substring(text.length() - end.length()).equals(end);
    }

    private sealed interface AdvicePart extends Serializable {

        /**
         * Renders the part.
         *
         * @param bare whether it stands in backticks already
         * @param first whether it starts a sentence
         */
        String in(AdviceStyle style, boolean bare, boolean first);
    }

    private record Text(String text) implements AdvicePart {
        @Override
        public String in(AdviceStyle style, boolean bare, boolean first) {
            return text;
        }
    }

    private record TypedCommand(String name, ArrayList<AdviceStyle.Option> options) implements AdvicePart {
        @Override
        public String in(AdviceStyle style, boolean bare, boolean first) {
            String typed = style.command(name, List.copyOf(options));
            return bare ? typed : style.inSentence("command", typed, first);
        }
    }

    private record Typed(AdviceStyle.Option option) implements AdvicePart {
        @Override
        public String in(AdviceStyle style, boolean bare, boolean first) {
            String typed = style.option(option);
            return bare ? typed : style.inSentence("option", typed, first);
        }
    }

    private record TypedTarget(String target) implements AdvicePart {
        @Override
        public String in(AdviceStyle style, boolean bare, boolean first) {
            String typed = style.target(target);
            return bare ? typed : style.inSentence("target", typed, first);
        }
    }

    private record Setting(String name, String value) implements AdvicePart {
        @Override
        public String in(AdviceStyle style, boolean bare, boolean first) {
            String set = style.setting(name, value);
            return bare ? set : style.inSentence("option", set, first);
        }
    }

    private record DataSource(ArrayList<AdviceStyle.Login> properties) implements AdvicePart {
        @Override
        public String in(AdviceStyle style, boolean bare, boolean first) {
            return style.dataSource(List.copyOf(properties), first);
        }
    }
}
