package io.retort.revision;

import io.retort.error.ExitStatus;
import java.util.List;
import java.util.stream.Collectors;

/** A history that cannot be used. Carries all its defects, so that they can be repaired in one go. */
public final class InvalidHistoryException extends RevisionException {

    private final transient List<Defect> defects;

    /**
     * @param defects what is wrong, at least one
     */
    public InvalidHistoryException(List<Defect> defects) {
        super(defects.get(0).kind().reason(), what(defects), action(defects), ids(defects), ExitStatus.FAILED);
        this.defects = List.copyOf(defects);
    }

    /** All that is wrong with the history; its {@link #reason()} is that of the first. */
    public List<Defect> defects() {
        return defects;
    }

    private static String what(List<Defect> defects) {
        String count = defects.size() == 1 ? "a defect" : defects.size() + " defects";
        return defects.stream()
                .map(defect -> "  - " + defect.describe())
                .collect(Collectors.joining(
                        System.lineSeparator(), "The history has " + count + ":" + System.lineSeparator(), ""));
    }

    private static String action(List<Defect> defects) {
        return defects.size() == 1
                ? "Correct the file named above, then run the command again."
                : "Correct the files named above, then run the command again.";
    }

    private static List<String> ids(List<Defect> defects) {
        return defects.stream()
                .flatMap(defect -> defect.revisions().stream())
                .distinct()
                .toList();
    }
}
