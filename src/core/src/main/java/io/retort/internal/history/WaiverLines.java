package io.retort.internal.history;

import io.retort.error.RetortException;
import io.retort.internal.sql.ScriptComment;
import io.retort.internal.sql.SqlSplitter;
import io.retort.lint.Waiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The {@code -- allow rule: reason} lines of a part of an SQL revision. Each accepts what a lint rule finds about the
 * statement below it.
 *
 * @param section the name of the part
 * @param first the number of statements of the script before the part
 * @param lines the lines, in order
 */
record WaiverLines(String section, int first, List<ScriptComment> lines) {

    private static final String WORD = "allow ";

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
                        .filter(comment -> comment.section().equals(section)
                                && rule(comment).isPresent())
                        .toList());
    }

    /** Returns the rule of a line; empty for another comment. */
    private static Optional<String> rule(ScriptComment comment) {
        int colon = comment.text().indexOf(':');
        if (colon < 0 || !comment.text().startsWith(WORD)) {
            return Optional.empty();
        }
        String rule = comment.text().substring(WORD.length(), colon).strip();
        boolean id = !rule.isEmpty() && rule.chars().allMatch(sign -> sign == '-' || Character.isLetterOrDigit(sign));
        return id ? Optional.of(rule) : Optional.empty();
    }

    /** @throws RetortException if there is a line */
    void requireNone(IntFunction<String> place, String where, String action) {
        if (!lines.isEmpty()) {
            throw wrong(place.apply(lines.get(0).start()), where, action);
        }
    }

    /**
     * Returns the waivers of each statement of the part.
     *
     * @param statements the number of statements of the part
     * @param place describes a position in the text, as the subject of a sentence
     * @throws RetortException if a line has no reason, or is not above a statement
     */
    List<List<Waiver>> of(int statements, IntFunction<String> place) {
        List<List<Waiver>> waivers = new ArrayList<>();
        for (int i = 0; i < statements; i++) {
            waivers.add(new ArrayList<>());
        }
        for (ScriptComment line : lines) {
            int statement = line.statements() - first;
            if (line.inside() || statement >= statements) {
                throw wrong(
                        place.apply(line.start()),
                        line.inside() ? "inside a statement" : "without a statement below it",
                        "Move it above the statement that it is about.");
            }
            waivers.get(statement).add(waiver(line, place));
        }
        return waivers;
    }

    private static Waiver waiver(ScriptComment line, IntFunction<String> place) {
        String rule = rule(line).orElseThrow();
        String reason = line.text().substring(line.text().indexOf(':') + 1);
        if (reason.isBlank()) {
            throw wrong(
                    place.apply(line.start()),
                    "without a reason",
                    "Write why the finding is accepted: \"-- allow " + rule + ": no release since 1.4 uses it\".");
        }
        return new Waiver(rule, reason);
    }

    private static RetortException wrong(String place, String where, String action) {
        return new RetortException(place + " has \"-- allow\" " + where + ".", action);
    }
}
