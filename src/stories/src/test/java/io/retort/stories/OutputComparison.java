package io.retort.stories;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares the output of commands with the output on a page. An id of a revision on the page stands for one id of the
 * run, the same wherever it occurs; durations and times of day can differ.
 */
final class OutputComparison {

    private static final String ID = "[0-9a-f]{12}";
    private static final Pattern VARIABLE =
            Pattern.compile("(?<id>\\b(?:R(?=" + ID + "_))?" + ID + ")(?=\\b|_)|\\d+\\.\\d\\d s|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> replacements;

    /**
     * Creates a comparison.
     *
     * @param replacements regular expressions for text of the page that differs on purpose, such as the product's name
     */
    OutputComparison(Map<String, String> replacements) {
        this.replacements = replacements;
    }

    /** Whether the lines are equal to those of the page; remembers the ids of both. */
    boolean matches(List<String> page, List<String> lines) {
        if (page.size() != lines.size()) {
            return false;
        }
        for (int at = 0; at < page.size(); at++) {
            if (!matches(page.get(at), lines.get(at))) {
                return false;
            }
        }
        return true;
    }

    private boolean matches(String page, String line) {
        StringBuilder pattern = new StringBuilder();
        List<String> unknown = new ArrayList<>();
        Matcher variables = VARIABLE.matcher(page);
        int from = 0;
        while (variables.find()) {
            pattern.append(literal(page.substring(from, variables.start())));
            String id = variables.group("id");
            if (id == null) {
                pattern.append(variables.group().endsWith(" s") ? "\\d+\\.\\d\\d s" : "\\S+Z");
            } else if (ids.containsKey(id)) {
                pattern.append(ids.get(id));
            } else {
                pattern.append("(R?" + ID + ")");
                unknown.add(id);
            }
            from = variables.end();
        }
        pattern.append(literal(page.substring(from)));
        Matcher found = Pattern.compile(pattern.toString()).matcher(line);
        if (!found.matches()) {
            return false;
        }
        for (int at = 0; at < unknown.size(); at++) {
            remember(unknown.get(at), found.group(at + 1));
        }
        return true;
    }

    private void remember(String page, String actual) {
        String own = page.startsWith("R") ? page.substring(1) : page;
        String other = actual.startsWith("R") ? actual.substring(1) : actual;
        ids.put(own, other);
        ids.put("R" + own, "R" + other);
    }

    private String literal(String text) {
        String quoted = Pattern.quote(text);
        for (Map.Entry<String, String> replacement : replacements.entrySet()) {
            quoted = quoted.replace(replacement.getKey(), "\\E" + replacement.getValue() + "\\Q");
        }
        return quoted;
    }
}
