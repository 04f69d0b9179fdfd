package io.retort.boot.tool;

import io.retort.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Draws the revision graph, newest revision first, with a column for each line of development.
 *
 * <p>Each column expects one revision: the parent of the revision drawn last in it. Columns that expect the same
 * revision join above it ({@code |/}). Below a merge, each further parent starts a new column ({@code |\}).
 */
final class GraphDrawing {

    private final Set<String> shown;
    private final List<String> columns = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();

    private GraphDrawing(List<RevisionInfo> revisions) {
        shown = revisions.stream().map(RevisionInfo::id).collect(Collectors.toSet());
    }

    /**
     * Returns the rows of a drawing. A linear history is drawn without columns.
     *
     * @param revisions the revisions, newest first, each before its parents
     * @param text returns the text next to a revision, at least one line
     */
    static List<String> of(List<RevisionInfo> revisions, Function<RevisionInfo, List<String>> text) {
        if (isOneLine(revisions)) {
            return revisions.stream().flatMap(r -> text.apply(r).stream()).toList();
        }
        GraphDrawing drawing = new GraphDrawing(revisions);
        revisions.forEach(revision -> drawing.draw(revision, text.apply(revision)));
        return drawing.rows;
    }

    private static boolean isOneLine(List<RevisionInfo> revisions) {
        for (int i = 1; i < revisions.size(); i++) {
            RevisionInfo newer = revisions.get(i - 1);
            if (newer.parents().size() != 1
                    || !newer.parents().contains(revisions.get(i).id())) {
                return false;
            }
        }
        return true;
    }

    private void draw(RevisionInfo revision, List<String> text) {
        int column = columnOf(revision.id());
        int[] meeting = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).equals(revision.id()))
                .toArray();
        for (int i = meeting.length - 1; i > 0; i--) {
            join(meeting[i - 1], meeting[i]);
        }
        List<String> parents =
                revision.parents().stream().filter(shown::contains).toList();
        row("*", column, text.get(0));
        text.stream().skip(1).forEach(line -> row(parents.isEmpty() ? " " : "|", column, line));
        if (parents.isEmpty()) {
            close(column);
        } else {
            fork(column, parents);
        }
    }

    private int columnOf(String id) {
        int column = columns.indexOf(id);
        if (column < 0) {
            columns.add(id);
            return columns.size() - 1;
        }
        return column;
    }

    private void row(String sign, int column, String text) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            row.append(i == column ? sign : "|").append(' ');
        }
        add(row.append(' ').append(text));
    }

    private void join(int column, int other) {
        StringBuilder row = bars(other);
        for (int i = 2 * column + 1; i < 2 * other - 1; i += 2) {
            row.setCharAt(i, '_');
        }
        row.setCharAt(2 * other - 1, '/');
        shiftLeft(row, other);
    }

    /** Removes a column that has ended; the columns to its right move left. */
    private void close(int column) {
        if (column == columns.size() - 1) {
            columns.remove(column);
        } else {
            shiftLeft(bars(column), column);
        }
    }

    private void shiftLeft(StringBuilder row, int column) {
        for (int i = column + 1; i < columns.size(); i++) {
            row.setCharAt(2 * i - 1, '/');
        }
        columns.remove(column);
        add(row);
    }

    private void fork(int column, List<String> parents) {
        columns.set(column, parents.get(0));
        for (int parent = 1; parent < parents.size(); parent++) {
            int left = column + parent - 1;
            StringBuilder row = bars(left + 1);
            for (int i = left; i < columns.size(); i++) {
                row.setCharAt(2 * i + 1, '\\');
            }
            columns.add(left + 1, parents.get(parent));
            add(row);
        }
    }

    /** Returns a row with bars in the first columns and spaces in the others. */
    private StringBuilder bars(int number) {
        return new StringBuilder("| ".repeat(number)).append("  ".repeat(columns.size() + 1 - number));
    }

    private void add(StringBuilder row) {
        rows.add(row.toString().stripTrailing());
    }
}
