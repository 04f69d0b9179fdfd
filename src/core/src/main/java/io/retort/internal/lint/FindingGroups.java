package io.retort.internal.lint;

import io.retort.lint.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings as text for readers who want to do something else, such as upgrade: each rule is explained once, and the other
 * operations that violate it are listed below.
 */
public final class FindingGroups {

    private static final int LISTED = 5;

    private FindingGroups() {}

    /**
     * Returns the lines of each group, in the order of the first findings.
     *
     * @param findings the findings
     */
    public static List<List<String>> of(List<Finding> findings) {
        Map<String, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : findings) {
            groups.computeIfAbsent(finding.rule() + finding.level(), rule -> new ArrayList<>())
                    .add(finding);
        }
        return groups.values().stream().map(FindingGroups::lines).toList();
    }

    private static List<String> lines(List<Finding> group) {
        List<String> lines = new ArrayList<>(group.get(0).lines());
        List<Finding> others = group.subList(1, group.size());
        if (!others.isEmpty()) {
            lines.add("  The same rule is violated by:");
            others.stream()
                    .limit(LISTED)
                    .map(finding -> "    " + finding.place() + ": " + finding.change())
                    .forEach(lines::add);
        }
        if (others.size() > LISTED) {
            lines.add("    and " + (others.size() - LISTED) + " more");
        }
        return lines;
    }
}
