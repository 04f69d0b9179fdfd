package io.retort.boot.command;

import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A parsed command line, such as {@code revision --message="add email" --format=sql}.
 *
 * @param command the name of the command
 * @param words the arguments that are not options, such as the target {@code -1}
 * @param options the options, which start with two hyphens; the value of a flag is the empty string
 */
record CommandLine(String command, List<String> words, Map<String, String> options) {

    /**
     * Parses a command line.
     *
     * @param line the command line; never null
     * @throws RetortException if it is empty, a quote is not closed or an option is repeated
     */
    public static CommandLine parse(String line) {
        List<String> tokens = CommandTokenizer.of(line);
        if (tokens.isEmpty()) {
            throw usage("The command is empty.", "Type for example: upgrade head");
        }
        List<String> words = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        for (String token : tokens.subList(1, tokens.size())) {
            if (!token.startsWith("--")) {
                words.add(token);
            } else if (options.put(name(token), value(token)) != null) {
                throw usage("The option --" + name(token) + " is given twice.", "Give it once.");
            }
        }
        return new CommandLine(tokens.get(0), List.copyOf(words), options);
    }

    /** Returns the name of the command in a line that can be invalid otherwise; empty if the line has no command. */
    public static String nameIn(String line) {
        String[] words = line.strip().split("\\s+", 2);
        return words[0];
    }

    /** Returns whether the output of a line, which can be invalid, is JSON. */
    public static boolean wantsJson(String line) {
        try {
            CommandLine parsed = parse(line);
            return parsed.has("json") || List.of("--json", "--json=true").contains(parsed.command());
        } catch (RetortException mistake) {
            return line.contains("--json") && !line.contains("--json=false");
        }
    }

    /**
     * Returns this command with further options, as advice.
     *
     * @param more the options, which replace those of the same name
     */
    public Advice with(List<Advice> more) {
        List<Advice> arguments = new ArrayList<>();
        if (!words.isEmpty()) {
            arguments.add(Advice.target(words.get(0)));
        }
        options.forEach((option, value) -> {
            if (!option.equals("unit") && !option.equals("tenant")) {
                arguments.add(plain(value) ? Advice.option(option, value) : Advice.quoted(option, value));
            }
        });
        arguments.addAll(more);
        return Advice.command(command, arguments.toArray(Advice[]::new));
    }

    /** Returns this command with another value of an option, as advice. */
    public Advice withValue(String option, String value) {
        Map<String, String> others = new LinkedHashMap<>(options);
        others.remove(option);
        return new CommandLine(command, words, others).with(List.of(Advice.option(option, value)));
    }

    private static boolean plain(String value) {
        return value.chars().allMatch(sign -> Character.isLetterOrDigit(sign) || "_-.,:/@".indexOf(sign) >= 0);
    }

    /** Returns the value of an option, or empty if it is not given. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** Returns the comma-separated values of an option; empty if it is not given. */
    public List<String> list(String name) {
        return option(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::trim)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /**
     * Returns whether a flag is set. {@code --sql=false} is the same as no flag.
     *
     * @throws RetortException if it has a value other than true and false
     */
    public boolean has(String option) {
        return switch (options.getOrDefault(option, "false")) {
            case "", "true" -> true;
            case "false" -> false;
            default ->
                throw usage(
                        "The option " + option + " is \"" + options.get(option)
                                + "\", which is neither true nor false.",
                        Advice.of("Type ", Advice.option(option), " or leave it out."));
        };
    }

    /** Returns the first argument, or the given default if the line has no arguments. */
    public String wordOr(String other) {
        return words.isEmpty() ? other : words.get(0);
    }

    /** Creates an exception with {@link ExitStatus#USAGE} for an invalid command line. */
    public static RetortException usage(String what, String action) {
        return usage(what, Advice.of(action));
    }

    /** Creates an exception with {@link ExitStatus#USAGE} for an invalid command line. */
    public static RetortException usage(String what, Advice advice) {
        return new RetortException(what, advice, ExitStatus.USAGE);
    }

    private static String name(String token) {
        int end = token.indexOf('=');
        return end < 0 ? token.substring(2) : token.substring(2, end);
    }

    private static String value(String token) {
        int end = token.indexOf('=');
        return end < 0 ? "" : token.substring(end + 1);
    }
}
