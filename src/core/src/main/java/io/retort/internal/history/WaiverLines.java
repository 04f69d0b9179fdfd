package io.retort.internal.history;

import io.retort.error.RetortException;
import io.retort.internal.declaration.SourcePlaces;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.sql.ScriptComment;
import io.retort.internal.sql.SqlSplitter;
import io.retort.lint.Finding.Waiver;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code -- allow rule: reason} lines of a part of an SQL revision. Each accepts what a lint rule finds about the
 * statement below it.
 *
 * @param section the name of the part
 * @param first the number of statements of the script before the part
 * @param lines the lines, in order
 */
record WaiverLines(String section, int first, List<ScriptComment> lines) {

    private static final String WORD = "allow";

    static WaiverLines in(String section, SqlSplitter.Script script) {
        int first = 0;
        while (first < script.statements().size()
                && !script.statements().get(first).section().equals(section)) {
            first++;
        }
        return new WaiverLines(
                section,
                first,
                script.comments().stream()
                        .filter(comment -> comment.section().equals(section) && isWaiver(comment))
                        .toList());
    }

    /** Other comments can begin with the same word: without a colon, a line is a waiver only if it names a rule. */
    private static boolean isWaiver(ScriptComment comment) {
        if (!comment.text().regionMatches(true, 0, WORD, 0, WORD.length())) {
            return false;
        }
        String rest = comment.text().substring(WORD.length());
        if (rest.startsWith(":")) {
            return true;
        }
        boolean word = !rest.isEmpty() && Character.isWhitespace(rest.charAt(0));
        String rule = rule(comment);
        boolean colon = rest.strip().startsWith(rule + ":") || rest.strip().startsWith(rule + " :");
        return word && !rule.isEmpty() && (colon || Dialects.ruleIds().contains(rule));
    }

    /** Returns the word after {@code allow}; empty without one. */
    private static String rule(ScriptComment comment) {
        String rest = comment.text().substring(WORD.length()).strip();
        int end = 0;
        while (end < rest.length() && (rest.charAt(end) == '-' || Character.isLetterOrDigit(rest.charAt(end)))) {
            end++;
        }
        return rest.substring(0, end);
    }

    /** @throws RetortException if there is a line */
    void requireNone(SourcePlaces place, String where, String action) {
        if (!lines.isEmpty()) {
            throw wrong(place, lines.get(0), where, action);
        }
    }

    /**
     * Returns the waivers of each statement of the part.
     *
     * @param statements the number of statements of the part
     * @param place describes a position in the text, as the subject of a sentence
     * @throws RetortException if a line has no reason, or is not above a statement
     */
    List<List<Waiver>> of(int statements, SourcePlaces place) {
        List<List<Waiver>> waivers = new ArrayList<>();
        for (int i = 0; i < statements; i++) {
            waivers.add(new ArrayList<>());
        }
        for (ScriptComment line : lines) {
            int statement = line.statements() - first;
            if (line.trailing() || line.inside() || statement >= statements) {
                throw wrong(place, line, misplaced(line), "Move it above the statement that it is about.");
            }
            waivers.get(statement).add(waiver(line, place));
        }
        return waivers;
    }

    private static String misplaced(ScriptComment line) {
        if (line.inside()) {
            return "inside a statement";
        }
        return line.trailing() ? "in the line of a statement" : "without a statement below it";
    }

    private static Waiver waiver(ScriptComment line, SourcePlaces place) {
        String rule = rule(line);
        String rest = line.text()
                .substring(line.text().indexOf(rule, WORD.length()) + rule.length())
                .strip();
        String reason = rest.startsWith(":") ? rest.substring(1) : "";
        if (rule.isEmpty()) {
            throw wrong(
                    place,
                    line,
                    "without a rule",
                    "Write the rule and the reason: \"-- allow drop-column: no release since 1.4 uses it\".");
        }
        if (reason.isBlank()) {
            throw wrong(
                    place,
                    line,
                    "without a reason",
                    "Write why the finding is accepted: \"-- allow " + rule + ": no release since 1.4 uses it\".");
        }
        return new Waiver(rule, reason);
    }

    private static RetortException wrong(SourcePlaces place, ScriptComment line, String where, String action) {
        return new RetortException(place.describe(line.start()) + " has \"-- allow\" " + where + ".", action)
                .at(place.location(line.start()));
    }
}
