package io.retort.internal.prepare;

import io.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The difference between two lists of recorded statements.
 *
 * @param was the statements before
 * @param is the statements now
 * @param syntax how the database reads them
 */
public record StatementDiff(List<String> was, List<String> is, SqlSyntax syntax) {

    /** The limit for the size of the comparison matrix; larger lists are shown completely. */
    private static final long COMPARABLE = 4_000_000;

    public StatementDiff {
        was = List.copyOf(was);
        is = List.copyOf(is);
    }

    /**
     * Returns the removed lines with a minus sign and the added lines with a plus sign; empty if the statements are
     * equivalent.
     */
    public List<String> lines() {
        int start = 0;
        while (start < Math.min(was.size(), is.size()) && StatementLog.same(was.get(start), is.get(start), syntax)) {
            start++;
        }
        List<String> before = was.subList(start, was.size());
        List<String> after = is.subList(start, is.size());
        return (long) before.size() * after.size() > COMPARABLE ? all(before, after) : changes(before, after);
    }

    /**
     * Returns the numbers, from 1, of the first statements that are not equivalent.
     *
     * @param first how many statements to compare
     */
    public List<Integer> changed(int first) {
        return IntStream.range(0, first)
                .filter(i -> i >= was.size() || i >= is.size() || !StatementLog.same(was.get(i), is.get(i), syntax))
                .mapToObj(i -> i + 1)
                .toList();
    }

    private static List<String> all(List<String> before, List<String> after) {
        List<String> lines = new ArrayList<>();
        before.forEach(line -> lines.add("- " + line));
        after.forEach(line -> lines.add("+ " + line));
        return lines;
    }

    private List<String> changes(List<String> before, List<String> after) {
        int[][] common = common(before, after);
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && StatementLog.same(before.get(i), after.get(j), syntax)) {
                i++;
                j++;
            } else if (j >= after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add("- " + before.get(i++));
            } else {
                lines.add("+ " + after.get(j++));
            }
        }
        return lines;
    }

    /** The length of the longest common subsequence from each pair of positions on. */
    private int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = StatementLog.same(before.get(i), after.get(j), syntax)
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
