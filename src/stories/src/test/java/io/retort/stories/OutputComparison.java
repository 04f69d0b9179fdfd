package io.retort.stories;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares the output of commands with the output on a page. Durations and times can differ. */
final class OutputComparison {

    private static final Pattern TIME = Pattern.compile("(?<seconds>\\d+\\.\\d\\d s)|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

    private final Map<String, String> replacements;

    /**
     * Creates a comparison.
     *
     * @param replacements regular expressions for text of the page that differs on purpose, such as the product's name
     */
    OutputComparison(Map<String, String> replacements) {
        this.replacements = replacements;
    }

    boolean matches(List<String> page, List<String> lines) {
        if (page.size() != lines.size()) {
            return false;
        }
        for (int at = 0; at < page.size(); at++) {
            if (!pattern(page.get(at)).matcher(lines.get(at)).matches()) {
                return false;
            }
        }
        return true;
    }

    private Pattern pattern(String page) {
        StringBuilder pattern = new StringBuilder();
        Matcher times = TIME.matcher(page);
        int from = 0;
        while (times.find()) {
            pattern.append(literal(page.substring(from, times.start())));
            pattern.append(times.group("seconds") == null ? "\\S+Z" : "\\d+\\.\\d\\d s");
            from = times.end();
        }
        return Pattern.compile(pattern.append(literal(page.substring(from))).toString());
    }

    private String literal(String text) {
        String quoted = Pattern.quote(text);
        for (Map.Entry<String, String> replacement : replacements.entrySet()) {
            quoted = quoted.replace(replacement.getKey(), "\\E" + replacement.getValue() + "\\Q");
        }
        return quoted;
    }
}
