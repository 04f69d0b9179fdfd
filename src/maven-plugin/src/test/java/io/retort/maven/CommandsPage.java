package io.retort.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The goals and options that {@code docs/commands.md} tells of.
 *
 * @param sections the options with their defaults, by the heading above them
 */
record CommandsPage(Map<String, Map<String, String>> sections) {

    private static final String GOAL = "migrate:";
    private static final Pattern OPTION = Pattern.compile("\\| `-D([\\w.]+)` \\|([^|]*)\\|.*");

    static CommandsPage read(Path page) throws IOException {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        String heading = "";
        for (String line : Files.readAllLines(page)) {
            Matcher option = OPTION.matcher(line);
            if (line.startsWith("## ")) {
                heading = line.substring(3);
                sections.put(heading, new TreeMap<>());
            } else if (option.matches()) {
                sections.get(heading).put(option.group(1), option.group(2).strip());
            }
        }
        return new CommandsPage(sections);
    }

    /** Every goal's options, with those that it shares with others. */
    Map<String, Map<String, String>> goals() {
        Map<String, Map<String, String>> goals = new TreeMap<>();
        sections.keySet().stream()
                .filter(heading -> heading.startsWith(GOAL))
                .map(heading -> heading.substring(GOAL.length()))
                .forEach(goal -> goals.put(goal, options(goal)));
        return goals;
    }

    private Map<String, String> options(String goal) {
        Map<String, String> options = new TreeMap<>(sections.get(GOAL + goal));
        if (goal.equals("help")) {
            return options;
        }
        options.putAll(sections.get("All goals but help"));
        if (!goal.equals("index")) {
            options.putAll(sections.get("All goals but index"));
        }
        if (!Set.of("index", "init").contains(goal)) {
            options.putAll(sections.get("All goals but init and index"));
        }
        return options;
    }
}
