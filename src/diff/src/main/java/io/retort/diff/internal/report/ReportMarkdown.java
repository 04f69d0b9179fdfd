package io.retort.diff.internal.report;

import io.retort.internal.graph.MermaidGraph;
import io.retort.internal.text.PrintableText;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import io.retort.run.PreparedStep.LossKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
    private static final String NOT_JUDGED = LossKind.NOT_JUDGED.label();
    private static final String CONVERTED_VALUES = LossKind.CONVERTED_VALUES.label();
    private static final String CHANGED_VALUES = LossKind.CHANGED_VALUES.label();
    private static final int MOST_REVISIONS = 60;
    private static final int RESERVE = 300;

    /** What a section can always use, so that the changes of many revisions leave space for the sections below. */
    private static final int SHARE = 8_000;

    private final List<Block> blocks = new ArrayList<>();
    private String section = "";

    private ReportMarkdown() {}

    /** A block of a level belongs to the nearest one of a lower level above it. Those of level 0 are always shown. */
    private record Block(String section, int level, String text) {}

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
        Map<String, Object> base = map(json.get("base"));
        if (base.get("commit") != null) {
            text.append('\n').append(span(base.get("sentence"))).append('\n');
        }
        List<Object> reasons = list(verdict.get("reasons"));
        reasons.stream().limit(MOST_LINES).forEach(reason -> text.append("\n- ").append(span(reason)));
        if (reasons.size() > MOST_LINES) {
            text.append("\n- and ").append(reasons.size() - MOST_LINES).append(" more reasons");
        }
        text.append(reasons.isEmpty() ? "" : "\n");
        add(0, text.toString());
    }

    private void changes(Map<String, Object> changes) {
        heading("Changes");
        if (changes.containsKey("missing")) {
            add(1, span(changes.get("missing")) + "\n");
        }
        list(changes.get("notes")).forEach(note -> add(1, span(note) + "\n"));
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
        lost(list(change.get("lost")), text);
        List<Object> remarks = list(change.get("remarks"));
        remarks.stream()
                .limit(MOST_LINES)
                .forEach(remark -> text.append("\n- Remark: ").append(span(remark)));
        if (remarks.size() > MOST_LINES) {
            text.append("\n- and ").append(remarks.size() - MOST_LINES).append(" more remarks");
        }
        add(1, text.append('\n').toString());
        products.forEach(this::statements);
    }

    private static void lost(List<Object> losses, StringBuilder text) {
        losses.stream()
                .limit(MOST_LINES)
                .map(ReportMarkdown::map)
                .forEach(loss -> text.append("\n- :warning: ").append(lost(loss)));
        if (losses.size() > MOST_LINES) {
            text.append("\n- and ").append(losses.size() - MOST_LINES).append(" more losses");
        }
    }

    private static String lost(Map<String, Object> loss) {
        if (NOT_JUDGED.equals(loss.get("kind"))) {
            return "The downgrade runs what is not judged and can delete more: " + span(loss.get("statement"));
        }
        return "The downgrade " + verb(loss.get("kind")) + " " + span(loss.get("text"));
    }

    private static String verb(@Nullable Object kind) {
        if (CONVERTED_VALUES.equals(kind)) {
            return "changes, or fails at,";
        }
        return CHANGED_VALUES.equals(kind) ? "overwrites" : "deletes";
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
                add(
                        2,
                        "<details><summary>SQL of the " + direction + " on " + plain(product.get("product"))
                                + "</summary>\n\n" + fenced(sql.toString()) + "\n</details>\n");
            }
        }
    }

    private void findings(Map<String, Object> lint) {
        heading("Lint");
        if (lint.containsKey("missing")) {
            add(1, span(lint.get("missing")) + "\n");
            return;
        }
        List<Object> findings = list(lint.get("findings"));
        if (findings.isEmpty()) {
            add(1, "No findings.\n");
        }
        for (Object one : findings) {
            Map<String, Object> finding = map(one);
            add(
                    1,
                    "- **" + finding.get("level") + "** " + span(finding.get("rule")) + " "
                            + span(finding.get("change")) + "\n  " + span(finding.get("problem")) + "\n");
            if (finding.containsKey("safer")) {
                add(
                        2,
                        "<details><summary>Safer</summary>\n\n" + fenced("", String.valueOf(finding.get("safer")))
                                + "\n</details>\n");
            }
        }
    }

    private void differences(Map<String, Object> differences) {
        heading("Differences");
        if (differences.containsKey("missing")) {
            add(1, span(differences.get("missing")) + "\n");
            return;
        }
        add(1, span(differences.get("sentence")) + "\n");
        for (Object one : list(differences.get("differences"))) {
            Map<String, Object> difference = map(one);
            add(1, "- " + span(difference.get("description")) + " (" + difference.get("cause") + ")\n");
        }
        list(differences.get("skipped")).forEach(skipped -> add(1, "- Not compared: " + span(skipped) + "\n"));
        list(differences.get("remarks")).forEach(remark -> add(1, "- Remark: " + span(remark) + "\n"));
    }

    private void plan(Map<String, Object> plan, Map<String, Object> database) {
        heading("Plan");
        if (plan.containsKey("missing")) {
            add(1, span(plan.get("missing")) + "\n");
            return;
        }
        add(1, span(database.get("sentence")) + "\n");
        for (Object one : list(plan.get("plan"))) {
            Map<String, Object> step = map(one);
            StringBuilder sql = new StringBuilder();
            list(step.get("operations"))
                    .forEach(operation -> list(map(operation).get("statements"))
                            .forEach(statement -> sql.append(statement).append(";\n")));
            add(1, "- " + span(step.get("revision")) + (sql.isEmpty() ? " runs no statement" : "") + "\n");
            if (!sql.isEmpty()) {
                add(2, "<details><summary>Statements</summary>\n\n" + fenced(sql.toString()) + "\n</details>\n");
            }
        }
    }

    /** The graph is complete for a short history; of a long one it has the new revisions, their parents and the heads. */
    private void graph(Report report) {
        heading("Revision graph");
        if (report.revisions().isEmpty()) {
            add(1, "There are no revisions.\n");
            return;
        }
        RevisionGraph graph = RevisionGraph.of(report.revisions());
        List<RevisionInfo> shown = shown(report, graph);
        List<String> lines = MermaidGraph.of(shown, graph, report.current(), report.added());
        if (!MermaidGraph.isDrawable(lines)) {
            add(1, "It is too large for Mermaid. The file report.html contains it.\n");
            return;
        }
        int left = report.revisions().size() - shown.size();
        add(
                1,
                "```mermaid\n" + String.join("\n", lines) + "\n```\n"
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

    private void heading(String name) {
        section = name;
        add(0, "### " + name + "\n");
    }

    private void add(int level, String text) {
        blocks.add(new Block(section, level, text));
    }

    /**
     * Blocks that do not fit are left out and counted, together with those that belong to them; a later, shorter one can
     * fit. Nothing is ever shown below the heading of something else.
     */
    private String text() {
        int reserved = RESERVE
                + blocks.stream()
                        .filter(block -> block.level() == 0)
                        .mapToInt(block -> block.text().length() + 1)
                        .sum();
        StringBuilder text = new StringBuilder();
        Map<String, Integer> left = new LinkedHashMap<>();
        Map<String, Integer> shares = shares();
        reserved += shares.values().stream().mapToInt(Integer::intValue).sum();
        int leftLevel = Integer.MAX_VALUE;
        for (Block block : blocks) {
            int length = block.text().length() + 1;
            if (block.level() == 0) {
                reserved -= length + Objects.requireNonNullElse(shares.remove(block.section()), 0);
            } else if (block.level() > leftLevel || text.length() + length > LIMIT - reserved) {
                left.merge(block.section(), 1, Integer::sum);
                leftLevel = Math.min(leftLevel, block.level());
                continue;
            }
            leftLevel = Integer.MAX_VALUE;
            text.append(block.text()).append('\n');
        }
        return text.append(note(left)).toString();
    }

    /** The length of each section without what belongs to its blocks, at most {@link #SHARE}. */
    private Map<String, Integer> shares() {
        Map<String, Integer> shares = new HashMap<>();
        for (Block block : blocks) {
            if (block.level() == 1) {
                shares.merge(
                        block.section(), block.text().length() + 1, (sum, length) -> Math.min(SHARE, sum + length));
            }
        }
        shares.replaceAll((section, length) -> Math.min(SHARE, length));
        return shares;
    }

    private static String note(Map<String, Integer> left) {
        int all = left.values().stream().mapToInt(Integer::intValue).sum();
        if (all == 0) {
            return "";
        }
        String sections = left.entrySet().stream()
                .map(section -> section.getKey() + " " + section.getValue())
                .collect(Collectors.joining(", "));
        return "_" + all + (all == 1 ? " part is" : " parts are") + " left out, because the comment would be too long ("
                + sections + "). The file report.html contains all._\n";
    }

    private static String plain(@Nullable Object text) {
        return String.valueOf(text).replaceAll("[^A-Za-z0-9 .]", "");
    }

    /** A code span is delimited by more backticks than the text contains in a row, and loses a space on both sides. */
    static String span(@Nullable Object value) {
        String text = PrintableText.shortened(PrintableText.line(String.valueOf(value)), LONGEST_SPAN);
        if (text.isBlank()) {
            return "";
        }
        String fence = "`".repeat(longestRun(text) + 1);
        boolean trimmed = text.startsWith(" ") && text.endsWith(" ");
        return fence + (trimmed || text.startsWith("`") || text.endsWith("`") ? " " + text + " " : text) + fence;
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
