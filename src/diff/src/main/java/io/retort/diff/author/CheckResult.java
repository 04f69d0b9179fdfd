package io.retort.diff.author;

import io.retort.error.Advice;
import io.retort.error.AdviceStyle;
import io.retort.error.ExitStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The differences between entities and database, or entities and history, as {@code migrate:check} reports them.
 *
 * @param difference the result of the comparison
 * @param remarks further remarks, one sentence or more each
 */
public record CheckResult(Difference difference, List<String> remarks) {

    /** Copies the list. */
    public CheckResult {
        remarks = List.copyOf(remarks);
    }

    /**
     * Creates a result without remarks.
     *
     * @param difference the result of the comparison
     */
    public CheckResult(Difference difference) {
        this(difference, List.of());
    }

    /** The outcome of a check. */
    public enum Outcome {
        /** Everything was compared, and there is no difference. */
        AGREE(ExitStatus.OK, ""),
        /** There are differences. */
        DIFFER(ExitStatus.DIFFERENCES, "there are differences"),
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

        /** Returns a summary in one line; empty if both sides agree. */
        public String summary() {
            return summary;
        }

        /** Returns the outcome in lower case, as written to JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Advice LEAVE_OUT =
            Advice.of("Next: correct the mapping, or leave the table out with ", Advice.setting("exclude"));

    /** A database at the heads shows what the history alone does not tell. */
    private static final Advice COMPARE_WITH_DATABASE =
            Advice.of("Next: compare with a database at the heads: ", Advice.command("upgrade"));

    private static final Advice DECLARE = Advice.of(
            "Next: declare in the revision what its SQL does; ", Advice.command("replay"), " prints the declaration.");

    private static final Advice CORRECT = Advice.of(
            "Next: correct the revision or its declaration; ",
            Advice.command("replay"),
            " shows what the statements do to an empty database.");

    static Advice nextIfIncomplete(Difference difference) {
        if (!difference.arbitration().misfits().isEmpty()) {
            return CORRECT;
        }
        if (!difference.arbitration().undeclared().isEmpty()) {
            return DECLARE;
        }
        Advice remedy = difference.basis().remedy();
        if (remedy != null) {
            return Advice.of("Next: to compare definitions with the database, too: ", remedy);
        }
        return difference.basis().isDatabase() ? LEAVE_OUT : COMPARE_WITH_DATABASE;
    }

    /** Returns the outcome of the check. */
    public Outcome outcome() {
        if (!difference.operations().isEmpty() || !difference.arbitration().isEmpty()) {
            return Outcome.DIFFER;
        }
        return difference.skipped().isEmpty() ? Outcome.AGREE : Outcome.INCOMPLETE;
    }

    /** Returns the result as lines of text, in the style of the plain library. */
    public List<String> describe() {
        return describe(AdviceStyle.LIBRARY);
    }

    /**
     * Returns the result as lines of text. Unless entities and database agree, the last line contains the next command.
     *
     * @param style how the user runs Retort; never null
     */
    public List<String> describe(AdviceStyle style) {
        List<String> lines = new ArrayList<>(changes(style));
        switch (outcome()) {
            case DIFFER -> lines.addAll(next(style));
            case INCOMPLETE -> lines.add(nextIfIncomplete(difference).in(style));
            case AGREE -> {}
        }
        return lines;
    }

    /**
     * Returns the result as lines of text, without the next command.
     *
     * @param style how the user runs Retort; never null
     */
    public List<String> changes(AdviceStyle style) {
        List<String> lines = new ArrayList<>();
        lines.add(heading());
        if (!difference.basis().isDatabase()) {
            lines.add(difference.basis().sentence());
        }
        LibraryUpdate update = difference.arbitration().update();
        lines.addAll(DifferenceListing.of(
                difference.operations().stream()
                        .filter(operation -> !difference.arbitration().isOfUpdate(operation))
                        .toList(),
                difference,
                style));
        lines.addAll(remarks);
        if (update != null) {
            lines.add(update.heading());
            update.operations()
                    .forEach(operation -> lines.add("  " + DifferenceListing.onOneLine(operation.describe())));
        }
        lines.addAll(ArbitrationListing.of(difference.arbitration()));
        return lines;
    }

    private List<String> next(AdviceStyle style) {
        List<String> lines = new ArrayList<>();
        LibraryUpdate update = difference.arbitration().update();
        if (update != null
                && update.operations().size() == difference.operations().size()) {
            lines.add(Advice.of(
                            "Next: write a revision for the new version with ",
                            Advice.command("revision", Advice.quoted("message", "update to " + update.now())),
                            ", or declare the former types and names in the entities. The migration guide of the new"
                                    + " version describes both.")
                    .in(style));
        } else if (!difference.operations().isEmpty()) {
            lines.add(Advice.of("Next: ", Advice.command("revision", Advice.quoted("message", "...")))
                    .in(style));
        }
        lines.addAll(ArbitrationListing.next(difference.arbitration(), style));
        return lines;
    }

    private String heading() {
        String sides = "Entities and " + difference.basis().kind().word();
        return switch (outcome()) {
            case AGREE -> sides + " agree.";
            case DIFFER -> differ(sides);
            case INCOMPLETE -> incomplete(difference);
        };
    }

    /** A database that is not the basis differs from its own revisions. */
    private String differ(String sides) {
        int operations = difference.operations().size();
        int drift = difference.arbitration().drift().size();
        if (!difference.basis().isDatabase()) {
            return operations == 0
                    ? sides + " agree, but the database was changed by hand."
                    : differ(sides, operations);
        }
        return operations + drift == 0 ? "The history is incomplete." : differ(sides, operations + drift);
    }

    private static String differ(String sides, int count) {
        return sides + " differ in " + count + (count == 1 ? " place:" : " places:");
    }

    static String incomplete(Difference difference) {
        int count = difference.skipped().size();
        return "Not everything could be compared: " + count + (count == 1 ? " part was" : " parts were")
                + " skipped. The rest agrees.";
    }

    /**
     * Returns the names by which the differences can be accepted for good, such as {@code customer.ix_mail}. What the entities
     * need and the database lacks has none.
     *
     * @return the names, in the order of the differences and each once
     */
    public List<String> acceptableNames() {
        return Stream.concat(
                        difference.operations().stream().flatMap(operation -> AcceptableNames.of(operation).stream()),
                        difference.arbitration().drift().stream().flatMap(drifted -> drifted.names().stream()))
                .distinct()
                .toList();
    }

    /** Returns the result in the form in which it is written as JSON. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("agree", outcome() == Outcome.AGREE);
        json.put("outcome", outcome().word());
        json.put("comparedWith", difference.basis().kind().word());
        if (!difference.basis().isDatabase()) {
            json.put("because", difference.basis().reason());
        }
        json.putAll(DifferenceListing.json(difference.operations(), difference, remarks));
        return json;
    }
}
