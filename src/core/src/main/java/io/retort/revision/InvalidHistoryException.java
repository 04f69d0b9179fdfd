package io.retort.revision;

import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import java.util.List;
import java.util.stream.Collectors;

/** Signals that a history is invalid. Contains all defects, so that they can be corrected together. */
public final class InvalidHistoryException extends RevisionException {

    private final transient List<HistoryDefect> defects;

    /**
     * Creates the exception.
     *
     * @param defects the defects, at least one
     */
    public InvalidHistoryException(List<HistoryDefect> defects) {
        super(defects.get(0).kind().reason(), what(defects), action(defects), ids(defects), ExitStatus.FAILED);
        this.defects = List.copyOf(defects);
    }

    /** Returns all defects; {@link #reason()} is that of the first. */
    public List<HistoryDefect> defects() {
        return defects;
    }

    private static String what(List<HistoryDefect> defects) {
        String count = defects.size() == 1 ? "a defect" : defects.size() + " defects";
        return defects.stream()
                .map(defect -> "  - " + defect.describe())
                .collect(Collectors.joining(
                        System.lineSeparator(), "The history has " + count + ":" + System.lineSeparator(), ""));
    }

    private static Advice action(List<HistoryDefect> defects) {
        boolean onlyBranches =
                defects.stream().allMatch(defect -> defect.kind() == HistoryDefect.Kind.BRANCH_WITHIN_SQUASH);
        if (onlyBranches) {
            return Advice.of(
                    "In the file named above, name the squash as the parent instead of the revision that it replaces. Or"
                            + " delete the squash, and squash up to the revision where the other one begins: ",
                    Advice.command("squash", Advice.option("to", "<id>")),
                    ".");
        }
        return Advice.of(
                defects.size() == 1
                        ? "Correct the file named above, then run the command again."
                        : "Correct the files named above, then run the command again.");
    }

    private static List<String> ids(List<HistoryDefect> defects) {
        return defects.stream()
                .flatMap(defect -> defect.revisions().stream())
                .distinct()
                .toList();
    }
}
