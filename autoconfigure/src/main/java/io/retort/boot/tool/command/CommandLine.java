package io.retort.boot.tool.command;

import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command as a person or a Maven goal writes it: {@code revision --message="add email" --format=sql}.
 *
 * @param command the first word
 * @param words the other words that are not options, such as the target {@code -1}
 * @param options what starts with two hyphens; a flag has the empty text as its value
 */
public record CommandLine(String command, List<String> words, Map<String, String> options) {

    /**
     * Reads a line.
     *
     * @throws RetortException when it is empty, a quote is not closed or an option is given twice
     */
    public static CommandLine parse(String line) {
        List<String> tokens = Tokens.of(line);
        if (tokens.isEmpty()) {
            throw usage("The command is empty.", "Write for example: upgrade head");
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

    /** The text of an option, or empty when it is not given. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** The parts of an option's text, separated by commas; none when it is not given. */
    public List<String> list(String name) {
        return option(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::trim)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Whether a flag is given; {@code --sql=false} is the same as leaving it out. */
    public boolean has(String flag) {
        return option(flag).map(text -> !"false".equals(text)).orElse(false);
    }

    /** The first word after the command, or another when there is none. */
    public String wordOr(String other) {
        return words.isEmpty() ? other : words.get(0);
    }

    /** A mistake in what was typed. */
    public static RetortException usage(String what, String action) {
        return new RetortException(what, action, ExitStatus.USAGE);
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
