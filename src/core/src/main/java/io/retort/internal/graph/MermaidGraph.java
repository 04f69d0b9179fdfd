package io.retort.internal.graph;

import io.retort.internal.text.PrintableText;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The revision graph as a flowchart of Mermaid, which GitHub and GitLab draw in Markdown, newest revision on top.
 *
 * <p>Arrows lead from a revision to those that follow it; dotted arrows are dependencies. A head has a thick border, a current
 * revision is marked. Every character of a message that means something to Mermaid or Markdown is escaped.
 */
public final class MermaidGraph {

    /** The number of edges above which Mermaid refuses to draw, in its default settings. */
    public static final int MOST_EDGES = 500;

    /** The number of characters above which Mermaid refuses to draw, in its default settings. */
    public static final int MOST_CHARACTERS = 50_000;

    private static final int LONGEST_MESSAGE = 60;

    private final RevisionGraph graph;
    private final Set<String> current;
    private final Set<String> added;
    private final Map<String, String> names = new HashMap<>();
    private final List<String> edges = new ArrayList<>();

    private MermaidGraph(RevisionGraph graph, Set<String> current, Set<String> added) {
        this.graph = graph;
        this.current = current;
        this.added = added;
    }

    /**
     * Returns the lines of a flowchart.
     *
     * @param revisions the revisions, newest first, each before its parents
     * @param graph the history
     * @param current the ids of the database's current heads; empty without a database
     */
    public static List<String> of(List<RevisionInfo> revisions, RevisionGraph graph, Set<String> current) {
        return of(revisions, graph, current, Set.of());
    }

    /**
     * Returns the lines of a flowchart in which new revisions are marked.
     *
     * @param revisions the revisions, newest first, each before its parents
     * @param graph the history
     * @param current the ids of the database's current heads; empty without a database
     * @param added the ids of the new revisions
     */
    public static List<String> of(
            List<RevisionInfo> revisions, RevisionGraph graph, Set<String> current, Set<String> added) {
        return new MermaidGraph(graph, current, added).lines(revisions);
    }

    /** Returns whether Mermaid draws lines of {@link #of} in its default settings. */
    public static boolean isDrawable(List<String> lines) {
        return lines.stream().filter(line -> line.contains(">")).count() <= MOST_EDGES
                && lines.stream().mapToInt(line -> line.length() + 1).sum() <= MOST_CHARACTERS;
    }

    private List<String> lines(List<RevisionInfo> revisions) {
        for (int i = 0; i < revisions.size(); i++) {
            names.put(revisions.get(i).id(), "r" + (revisions.size() - i));
        }
        List<String> lines = new ArrayList<>(List.of("flowchart BT"));
        revisions.forEach(revision -> lines.add(node(revision)));
        revisions.forEach(this::edges);
        lines.addAll(edges);
        lines.addAll(heads(revisions));
        return lines;
    }

    private String node(RevisionInfo revision) {
        String message = PrintableText.of(revision.message().lines().findFirst().orElse(""));
        String text = escaped(revision.id()) + " " + escaped(shortened(message))
                + (current.contains(revision.id()) ? " (current)" : "")
                + (added.contains(revision.id()) ? " (new)" : "");
        return "  " + names.get(revision.id()) + "[\"" + text.strip() + "\"]";
    }

    private void edges(RevisionInfo revision) {
        String name = names.get(revision.id());
        revision.parents().stream()
                .map(names::get)
                .filter(parent -> parent != null)
                .forEach(parent -> edges.add("  " + parent + " --> " + name));
        graph.dependents(revision.id()).stream()
                .map(dependent -> names.get(dependent.id()))
                .filter(dependent -> dependent != null)
                .forEach(dependent -> edges.add("  " + name + " -.-> " + dependent));
    }

    private List<String> heads(List<RevisionInfo> revisions) {
        List<String> heads = revisions.stream()
                .map(RevisionInfo::id)
                .filter(id -> graph.children(id).isEmpty())
                .map(names::get)
                .toList();
        return heads.isEmpty()
                ? List.of()
                : List.of("  classDef head stroke-width:3px", "  class " + String.join(",", heads) + " head");
    }

    private static String shortened(String message) {
        int length = message.codePointCount(0, message.length());
        return length <= LONGEST_MESSAGE
                ? message
                : message.substring(0, message.offsetByCodePoints(0, LONGEST_MESSAGE - 1)) + "…";
    }

    /** Mermaid replaces {@code #38;} by the character with this number. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == ' ' || c > 0x7f || ",.:()_-+/=?!'".indexOf(c) >= 0) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append('#').append(c).append(';');
            }
        });
        return escaped.toString();
    }
}
