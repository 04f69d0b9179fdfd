package io.retort.diff.internal.report;

import io.retort.internal.graph.MermaidGraph;
import io.retort.internal.text.PrintableText;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Renders a report as a comment for a pull request. Every text from revisions, entities and databases is in a code span or
 * block, where Markdown, HTML and mentions mean nothing.
 */
public final class ReportMarkdown {

    /** The number of characters that a comment does not exceed; GitHub accepts 65,536. */
    public static final int LIMIT = 60_000;

    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_SPAN = 300;
    private static final int MOST_LINES = 40;
    private static final int MOST_REVISIONS = 60;
    private static final int RESERVE = 300;

    private final List<String> blocks = new ArrayList<>();

    private ReportMarkdown() {}

    /** Returns the comment. */
    public static String of(Report report) {
        ReportMarkdown markdown = new ReportMarkdown();
        markdown.verdict(report.json());
        markdown.changes(map(report.json().get("changes")));
        markdown.findings(map(report.json().get("lint")));
        markdown.differences(map(report.json().get("differences")));
        markdown.plan(map(report.json().get("plan")), map(report.json().get("database")));
        markdown.graph(report);
        return markdown.text();
    }

    private void verdict(Map<String, Object> json) {
        Map<String, Object> verdict = map(json.get("verdict"));
        StringBuilder text = new StringBuilder("## Migration report: ").append(span(json.get("application")));
        text.append("\n\n**").append(verdict.get("sentence")).append("**\n");
        for (Object reason : list(verdict.get("reasons"))) {
            text.append("\n- ").append(span(reason));
        }
        text.append(list(verdict.get("reasons")).isEmpty() ? "" : "\n");
        blocks.add(text.toString());
    }

    private void changes(Map<String, Object> changes) {
        blocks.add("### Changes\n");
        if (changes.containsKey("missing")) {
            blocks.add(span(changes.get("missing")) + "\n");
        }
        list(changes.get("notes")).forEach(note -> blocks.add(span(note) + "\n"));
        list(changes.get("revisions")).forEach(change -> change(map(change)));
    }

    private void change(Map<String, Object> change) {
        StringBuilder text =
                new StringBuilder("#### ").append(span(change.get("revision") + " " + change.get("message")));
        text.append('\n');
        if (change.containsKey("edited")) {
            text.append("\n- :warning: ").append(span(change.get("edited")));
        }
        List<Map<String, Object>> products =
                list(change.get("products")).stream().map(ReportMarkdown::map).toList();
        products.stream()
                .filter(product -> product.containsKey("missing"))
                .forEach(product ->
                        text.append("\n- :x: ").append(span(product.get("product") + ": " + product.get("missing"))));
        products.stream()
                .filter(product -> product.containsKey("upgrade"))
                .findFirst()
                .ifPresent(product -> operations(list(product.get("upgrade")), text));
        if (change.containsKey("irreversible")) {
            text.append("\n- :x: It cannot be reverted: ").append(span(change.get("irreversible")));
        }
        if (!list(change.get("loses")).isEmpty()) {
            text.append("\n- :warning: The downgrade deletes ").append(span(join(list(change.get("loses")))));
        }
        blocks.add(text.append('\n').toString());
        products.forEach(this::statements);
    }

    private static void operations(List<Object> operations, StringBuilder text) {
        operations.stream()
                .limit(MOST_LINES)
                .forEach(operation ->
                        text.append("\n- ").append(span(map(operation).get("description"))));
        if (operations.size() > MOST_LINES) {
            text.append("\n- and ").append(operations.size() - MOST_LINES).append(" more operations");
        }
    }

    private void statements(Map<String, Object> product) {
        for (String direction : List.of("upgrade", "downgrade")) {
            StringBuilder sql = new StringBuilder();
            for (Object operation : list(product.get(direction))) {
                list(map(operation).get("statements"))
                        .forEach(statement -> sql.append(statement).append(";\n"));
            }
            if (!sql.isEmpty()) {
                blocks.add("<details><summary>SQL of the " + direction + " on " + plain(product.get("product"))
                        + "</summary>\n\n" + fenced(sql.toString()) + "\n</details>\n");
            }
        }
    }

    private void findings(Map<String, Object> lint) {
        blocks.add("### Lint\n");
        if (lint.containsKey("missing")) {
            blocks.add(span(lint.get("missing")) + "\n");
            return;
        }
        List<Object> findings = list(lint.get("findings"));
        if (findings.isEmpty()) {
            blocks.add("No findings.\n");
        }
        for (Object one : findings) {
            Map<String, Object> finding = map(one);
            blocks.add("- **" + finding.get("level") + "** " + span(finding.get("rule")) + " "
                    + span(finding.get("change")) + "\n  " + span(finding.get("problem")) + "\n");
            if (finding.containsKey("safer")) {
                blocks.add("<details><summary>Safer</summary>\n\n" + fenced("", String.valueOf(finding.get("safer")))
                        + "\n</details>\n");
            }
        }
    }

    private void differences(Map<String, Object> differences) {
        blocks.add("### Differences\n");
        if (differences.containsKey("missing")) {
            blocks.add(span(differences.get("missing")) + "\n");
            return;
        }
        blocks.add(span(differences.get("sentence")) + "\n");
        for (Object one : list(differences.get("differences"))) {
            Map<String, Object> difference = map(one);
            blocks.add("- " + span(difference.get("description")) + " (" + difference.get("cause") + ")\n");
        }
    }

    private void plan(Map<String, Object> plan, Map<String, Object> database) {
        blocks.add("### Plan\n");
        if (plan.containsKey("missing")) {
            blocks.add(span(plan.get("missing")) + "\n");
            return;
        }
        blocks.add(span(database.get("sentence")) + "\n");
        for (Object one : list(plan.get("plan"))) {
            Map<String, Object> step = map(one);
            StringBuilder sql = new StringBuilder();
            list(step.get("operations"))
                    .forEach(operation -> list(map(operation).get("statements"))
                            .forEach(statement -> sql.append(statement).append(";\n")));
            blocks.add("- " + span(step.get("revision")) + (sql.isEmpty() ? " runs no statement" : "") + "\n");
            if (!sql.isEmpty()) {
                blocks.add("<details><summary>Statements</summary>\n\n" + fenced(sql.toString()) + "\n</details>\n");
            }
        }
    }

    /** The graph is complete for a short history; of a long one it has the new revisions, their parents and the heads. */
    private void graph(Report report) {
        if (report.revisions().isEmpty()) {
            return;
        }
        RevisionGraph graph = RevisionGraph.of(report.revisions());
        List<RevisionInfo> shown = shown(report, graph);
        List<String> lines = MermaidGraph.of(shown, graph, report.current(), report.added());
        if (!MermaidGraph.isDrawable(lines)) {
            return;
        }
        int left = report.revisions().size() - shown.size();
        blocks.add("### Revision graph\n\n```mermaid\n" + String.join("\n", lines) + "\n```\n"
                + (left == 0 ? "" : "\nThe file report.html also shows the other " + left + " revisions.\n"));
    }

    private static List<RevisionInfo> shown(Report report, RevisionGraph graph) {
        if (report.revisions().size() <= MOST_REVISIONS) {
            return report.revisions();
        }
        Set<String> near = new HashSet<>(report.added());
        graph.heads().forEach(head -> near.add(head.id()));
        near.addAll(report.current());
        report.revisions().stream()
                .filter(revision -> near.contains(revision.id()))
                .toList()
                .forEach(revision -> near.addAll(revision.parents()));
        return report.revisions().stream()
                .filter(revision -> near.contains(revision.id()))
                .limit(MOST_REVISIONS)
                .toList();
    }

    /** Blocks that do not fit are left out and counted; a later, shorter one can fit. */
    private String text() {
        StringBuilder text = new StringBuilder();
        int left = 0;
        for (String block : blocks) {
            if (text.length() + block.length() + 1 > LIMIT - RESERVE) {
                left++;
            } else {
                text.append(block).append('\n');
            }
        }
        if (left > 0) {
            text.append("_")
                    .append(left)
                    .append(left == 1 ? " part is" : " parts are")
                    .append(" left out, because")
                    .append(" the comment would be too long. The file report.html contains all._\n");
        }
        return text.toString();
    }

    private static String join(List<Object> list) {
        return String.join(", ", list.stream().map(String::valueOf).toList());
    }

    private static String plain(@Nullable Object text) {
        return String.valueOf(text).replaceAll("[^A-Za-z0-9 .]", "");
    }

    /** A code span is delimited by more backticks than the text contains in a row. */
    static String span(@Nullable Object value) {
        String text = PrintableText.shortened(PrintableText.line(String.valueOf(value)), LONGEST_SPAN);
        if (text.isBlank()) {
            return "";
        }
        String fence = "`".repeat(longestRun(text) + 1);
        return fence + (text.startsWith("`") || text.endsWith("`") ? " " + text + " " : text) + fence;
    }

    static String fenced(String value) {
        return fenced("sql", value);
    }

    private static String fenced(String language, String value) {
        String text = PrintableText.shortened(PrintableText.of(value), LONGEST_TEXT);
        String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
        return fence + language + "\n" + text.stripTrailing() + "\n" + fence + "\n";
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(@Nullable Object value) {
        return value == null ? List.of() : (List<Object>) value;
    }
}
