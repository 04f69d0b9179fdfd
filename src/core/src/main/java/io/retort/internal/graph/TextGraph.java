package io.retort.internal.graph;

import io.retort.internal.graph.RevisionLayout.End;
import io.retort.internal.graph.RevisionLayout.Fork;
import io.retort.internal.graph.RevisionLayout.Join;
import io.retort.internal.graph.RevisionLayout.Node;
import io.retort.internal.graph.RevisionLayout.Step;
import io.retort.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Draws the revision graph in text: {@code *} is a revision, lanes join above one ({@code |/}) and open below a merge
 * ({@code |\}).
 */
public final class TextGraph {

    private final Function<RevisionInfo, List<String>> text;
    private final List<String> rows = new ArrayList<>();

    private TextGraph(Function<RevisionInfo, List<String>> text) {
        this.text = text;
    }

    /**
     * Returns the rows of a drawing. A linear history is drawn without lanes.
     *
     * @param revisions the revisions, newest first, each before its parents
     * @param text returns the text next to a revision, at least one line
     */
    public static List<String> of(List<RevisionInfo> revisions, Function<RevisionInfo, List<String>> text) {
        RevisionLayout layout = RevisionLayout.of(revisions);
        if (layout.isLinear()) {
            return revisions.stream().flatMap(r -> text.apply(r).stream()).toList();
        }
        TextGraph graph = new TextGraph(text);
        layout.steps().forEach(graph::draw);
        return graph.rows;
    }

    private void draw(Step step) {
        if (step instanceof Node node) {
            draw(node);
        } else if (step instanceof Join join) {
            draw(join);
        } else if (step instanceof Fork fork) {
            draw(fork);
        } else if (step instanceof End end && end.lane() < end.lanes() - 1) {
            shiftLeft(bars(end.lane(), end.lanes()), end.lane(), end.lanes());
        }
    }

    private void draw(Node node) {
        List<String> lines = text.apply(node.revision());
        row("*", node, lines.get(0));
        lines.stream().skip(1).forEach(line -> row(node.parents() == 0 ? " " : "|", node, line));
    }

    private void row(String sign, Node node, String line) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < node.lanes(); i++) {
            row.append(i == node.lane() ? sign : "|").append(' ');
        }
        add(row.append(' ').append(line));
    }

    private void draw(Join join) {
        StringBuilder row = bars(join.other(), join.lanes());
        for (int i = 2 * join.lane() + 1; i < 2 * join.other() - 1; i += 2) {
            row.setCharAt(i, '_');
        }
        row.setCharAt(2 * join.other() - 1, '/');
        shiftLeft(row, join.other(), join.lanes());
    }

    private void shiftLeft(StringBuilder row, int lane, int lanes) {
        for (int i = lane + 1; i < lanes; i++) {
            row.setCharAt(2 * i - 1, '/');
        }
        add(row);
    }

    private void draw(Fork fork) {
        StringBuilder row = bars(fork.lane() + 1, fork.lanes());
        for (int i = fork.lane(); i < fork.lanes(); i++) {
            row.setCharAt(2 * i + 1, '\\');
        }
        add(row);
    }

    /** Returns a row with bars in the first lanes and spaces in the others. */
    private static StringBuilder bars(int number, int lanes) {
        return new StringBuilder("| ".repeat(number)).append("  ".repeat(lanes + 1 - number));
    }

    private void add(StringBuilder row) {
        rows.add(row.toString().stripTrailing());
    }
}
