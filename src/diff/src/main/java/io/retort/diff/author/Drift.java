package io.retort.diff.author;

import io.retort.error.ExitStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How far entities and database are apart.
 *
 * @param difference what was compared
 * @param remarks what a person should know besides, in words
 */
public record Drift(Difference difference, List<String> remarks) {

    public Drift {
        remarks = List.copyOf(remarks);
    }

    public Drift(Difference difference) {
        this(difference, List.of());
    }

    /** What a comparison comes to. */
    public enum Outcome {
        /** Everything was compared, and is the same. */
        AGREE(ExitStatus.OK, ""),
        /** Something is different. */
        DIFFER(ExitStatus.DIFFERENCES, "entities and database differ"),
        /** Nothing that was compared is different, but not everything was compared. */
        INCOMPLETE(ExitStatus.INCOMPLETE, "not everything could be compared");

        private final ExitStatus status;
        private final String summary;

        Outcome(ExitStatus status, String summary) {
            this.status = status;
            this.summary = summary;
        }

        /** How a check ends with it. */
        public ExitStatus status() {
            return status;
        }

        /** One line about it; empty where there is nothing to say. */
        public String summary() {
            return summary;
        }

        /** The word for machines. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final String ADVICE = "Next: correct the mapping, or leave the table out with retort.exclude";

    /** What it comes to. */
    public Outcome outcome() {
        if (!difference.operations().isEmpty()) {
            return Outcome.DIFFER;
        }
        return difference.skipped().isEmpty() ? Outcome.AGREE : Outcome.INCOMPLETE;
    }

    /** The drift for people, line by line; the last line says what to type next. */
    public List<String> describe() {
        List<String> lines = new ArrayList<>();
        lines.add(heading());
        lines.addAll(Listing.of(difference.operations(), difference));
        lines.addAll(remarks);
        switch (outcome()) {
            case DIFFER -> lines.add("Next: mvn migrate:revision -Dmessage=\"...\"");
            case INCOMPLETE -> lines.add(ADVICE);
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

    /** The drift for machines. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("agree", outcome() == Outcome.AGREE);
        json.put("outcome", outcome().word());
        json.put("remarks", remarks);
        json.putAll(Listing.json(difference.operations(), difference));
        return json;
    }
}
