package io.retort.diff.author;

import io.retort.error.Advice;
import io.retort.error.AdviceStyle;
import io.retort.error.ExitStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The drift between entities and database, as {@code migrate:check} reports it.
 *
 * @param difference the result of the comparison
 * @param remarks further remarks, one sentence or more each
 */
public record Drift(Difference difference, List<String> remarks) {

    /** Copies the list. */
    public Drift {
        remarks = List.copyOf(remarks);
    }

    /**
     * Creates a drift without remarks.
     *
     * @param difference the result of the comparison
     */
    public Drift(Difference difference) {
        this(difference, List.of());
    }

    /** The outcome of a check. */
    public enum Outcome {
        /** Everything was compared, and there is no difference. */
        AGREE(ExitStatus.OK, ""),
        /** There are differences. */
        DIFFER(ExitStatus.DIFFERENCES, "entities and database differ"),
        /** There is no difference in what was compared, but not everything was compared. */
        INCOMPLETE(ExitStatus.INCOMPLETE, "not everything could be compared");

        private final ExitStatus status;
        private final String summary;

        Outcome(ExitStatus status, String summary) {
            this.status = status;
            this.summary = summary;
        }

        /** Returns the exit status of the check. */
        public ExitStatus status() {
            return status;
        }

        /** Returns a summary in one line; empty if entities and database agree. */
        public String summary() {
            return summary;
        }

        /** Returns the outcome in lower case, as written to JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final Advice LEAVE_OUT =
            Advice.of("Next: correct the mapping, or leave the table out with ", Advice.setting("exclude"));

    /** Returns the outcome of the check. */
    public Outcome outcome() {
        if (!difference.operations().isEmpty()) {
            return Outcome.DIFFER;
        }
        return difference.skipped().isEmpty() ? Outcome.AGREE : Outcome.INCOMPLETE;
    }

    /** Returns the drift as lines of text, in the style of the plain library. */
    public List<String> describe() {
        return describe(AdviceStyle.LIBRARY);
    }

    /**
     * Returns the drift as lines of text. Unless entities and database agree, the last line contains the next command.
     *
     * @param style how the user runs Retort; never null
     */
    public List<String> describe(AdviceStyle style) {
        List<String> lines = new ArrayList<>();
        lines.add(heading());
        lines.addAll(DifferenceListing.of(difference.operations(), difference));
        lines.addAll(remarks);
        switch (outcome()) {
            case DIFFER ->
                lines.add(Advice.of("Next: ", Advice.command("revision", Advice.quoted("message", "...")))
                        .in(style));
            case INCOMPLETE -> lines.add(LEAVE_OUT.in(style));
            case AGREE -> {}
        }
        return lines;
    }

    private String heading() {
        int count = difference.operations().size();
        return switch (outcome()) {
            case AGREE -> "Entities and database agree.";
            case DIFFER -> "Entities and database differ in " + count + (count == 1 ? " place:" : " places:");
            case INCOMPLETE -> incomplete(difference);
        };
    }

    static String incomplete(Difference difference) {
        int count = difference.skipped().size();
        return "Not everything could be compared: " + count + (count == 1 ? " part was" : " parts were")
                + " skipped. The rest agrees.";
    }

    /** Returns the drift in the form in which it is written as JSON. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("agree", outcome() == Outcome.AGREE);
        json.put("outcome", outcome().word());
        json.putAll(DifferenceListing.json(difference.operations(), difference, remarks));
        return json;
    }
}
