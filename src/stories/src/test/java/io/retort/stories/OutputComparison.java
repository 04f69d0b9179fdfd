package io.retort.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares the output of commands with the output on a page. Durations and times can differ. */
final class OutputComparison {

    private static final Pattern TIME = Pattern.compile("(?<seconds>\\d+\\.\\d\\d s)|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

    /** The first line of a lint finding. Its last one begins with the words below. */
    private static final Pattern FINDING = Pattern.compile(".* \\[[a-z-]+, (?:error|warning)]");

    private static final String WAIVER = "  To accept it: ";

    private final Map<String, String> replacements;
    private final boolean server;

    /**
     * Creates a comparison.
     *
     * @param replacements regular expressions for text of the page that differs on purpose, such as the product's name
     * @param server whether the database is a server, for which there are lint findings that the page does not show
     */
    OutputComparison(Map<String, String> replacements, boolean server) {
        this.replacements = replacements;
        this.server = server;
    }

    boolean matches(List<String> page, List<String> output) {
        List<String> lines = server ? withoutFindings(output) : output;
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

    private static List<String> withoutFindings(List<String> output) {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : output) {
            inside |= FINDING.matcher(line).matches();
            if (!inside) {
                lines.add(line);
            }
            inside &= !line.startsWith(WAIVER);
        }
        return lines;
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
