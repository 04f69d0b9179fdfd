package io.retort.diff.internal.report;

import io.retort.internal.text.PrintableText;
import io.retort.revision.RevisionInfo;
import io.retort.schema.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A random report whose texts attack Markdown, HTML, Mermaid and the limit of a comment. Every text contains a mark, and the
 * books say in which section it has to be.
 */
final class AttackedReport {

    static final String MARK = "\u0436";

    static final List<String> ATTACKS = List.of(
            "`",
            "``",
            "```",
            "````sql",
            "~~~",
            "@octocat",
            "#1",
            "[a](https://example.com)",
            "![a](x.png)",
            "<img src=x>",
            "<!-- ",
            " -->",
            "</details>",
            "<details>",
            "<script>",
            "</script>",
            "| a | b |",
            "|---|---|",
            "# title",
            "- item",
            "1. one",
            "> quote",
            "---",
            "***",
            "**bold**",
            "https://example.com",
            "a@example.com",
            "&lt;",
            "\\`",
            "$`x`$",
            "\"]",
            "end",
            "%%{init}%%",
            "click r1 href",
            "-->",
            "\ud83d\ude00",
            "\ud83d",
            "\u202e",
            "\u200b",
            "\ufeff",
            "\u001b[2J",
            "\t",
            "    ",
            "\u2028",
            "\u0000",
            "_left out_",
            "[^1]",
            "[x]: https://example.com",
            "\ufffd");

    private static final int LONGEST_SPAN = 300;
    private static final int LONGEST_BLOCK = 2_000;

    private final SplittableRandom random;
    private final Map<String, Set<String>> texts = new TreeMap<>();
    private final Map<String, Set<String>> owned = new HashMap<>();
    private final List<RevisionInfo> revisions = new ArrayList<>();
    private final Report report;
    private final int repeat;
    private int number;

    AttackedReport(int seed) {
        random = new SplittableRandom(seed);
        repeat = random.nextInt(3) == 0 ? 60 : 4;
        int many = List.of(1, 4, 30, 200).get(random.nextInt(4));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("application", span("Changes"));
        json.put("verdict", map("sentence", "2 revisions changed.", "reasons", spans("Verdict", many)));
        json.put("changes", random.nextInt(8) == 0 ? missing("Changes") : changes(many));
        json.put("lint", random.nextInt(8) == 0 ? missing("Lint") : map("findings", findings(many)));
        json.put("differences", random.nextInt(8) == 0 ? missing("Differences") : differences(many));
        if (random.nextInt(8) == 0) {
            json.put("database", map("sentence", text()));
            json.put("plan", missing("Plan"));
        } else {
            json.put("database", map("sentence", span("Plan")));
            json.put("plan", map("plan", plan(many)));
        }
        report = new Report(
                json, Snapshot.EMPTY, Snapshot.EMPTY, Map.of(), List.copyOf(revisions), Set.of("r0"), Set.of("r1"));
    }

    Report report() {
        return report;
    }

    /** Returns the texts as the comment has to show them, by section. */
    Map<String, Set<String>> texts() {
        return texts;
    }

    boolean isGraphExpected() {
        return !revisions.isEmpty();
    }

    boolean owns(String heading, String block) {
        return owned.getOrDefault(heading, Set.of()).contains(block);
    }

    private Map<String, Object> changes(int many) {
        List<Object> changes = new ArrayList<>();
        for (int i = 0; i < random.nextInt(many + 1); i++) {
            String message = text();
            revisions.add(
                    0,
                    new RevisionInfo(
                            "r" + i,
                            i == 0 ? List.of() : List.of("r" + (i - 1)),
                            List.of(),
                            List.of(),
                            message,
                            null,
                            true,
                            "R" + i));
            String heading = book("Changes", "r" + i + " " + message);
            owned.put(heading, new HashSet<>());
            Map<String, Object> change =
                    map("revision", "r" + i, "message", message, "products", List.of(product(heading), refusing()));
            if (random.nextBoolean()) {
                change.put("edited", span("Changes"));
            }
            if (random.nextBoolean()) {
                change.put("irreversible", span("Changes"));
            }
            change.put("lost", lost(random.nextInt(4)));
            change.put("remarks", spans("Changes", random.nextInt(4)));
            changes.add(change);
        }
        return map("notes", spans("Changes", random.nextInt(3)), "revisions", changes);
    }

    private Map<String, Object> product(String heading) {
        Map<String, Object> product = map("product", "PostgreSQL " + text());
        for (String direction : List.of("upgrade", "downgrade")) {
            String statement = text();
            String shown = block("Changes", statement + ";\n");
            owned.get(heading).add(shown);
            String description = direction.equals("upgrade") ? span("Changes") : text();
            product.put(direction, List.of(map("description", description, "statements", List.of(statement))));
        }
        return product;
    }

    private Map<String, Object> refusing() {
        String reason = text();
        book("Changes", "MySQL: " + reason);
        return map("product", "MySQL", "missing", reason);
    }

    private List<Object> findings(int many) {
        List<Object> findings = new ArrayList<>();
        for (int i = 0; i < random.nextInt(many + 1); i++) {
            Map<String, Object> finding =
                    map("level", "warning", "rule", span("Lint"), "change", span("Lint"), "problem", span("Lint"));
            if (random.nextBoolean()) {
                String safer = text();
                block("Lint", safer);
                finding.put("safer", safer);
            }
            findings.add(finding);
        }
        return findings;
    }

    private Map<String, Object> differences(int many) {
        List<Object> differences = new ArrayList<>();
        for (int i = 0; i < random.nextInt(many + 1); i++) {
            differences.add(map("description", span("Differences"), "cause", "entity"));
        }
        return map(
                "sentence",
                span("Differences"),
                "differences",
                differences,
                "skipped",
                spans("Differences", random.nextInt(many + 1)),
                "remarks",
                spans("Differences", random.nextInt(many + 1)));
    }

    private List<Object> plan(int many) {
        List<Object> plan = new ArrayList<>();
        for (int i = 0; i < random.nextInt(many + 1); i++) {
            String statement = text();
            block("Plan", statement + ";\n");
            plan.add(map(
                    "revision",
                    span("Plan"),
                    "operations",
                    List.of(map("description", text(), "statements", List.of(statement)))));
        }
        return plan;
    }

    private Map<String, Object> missing(String section) {
        return map("missing", span(section));
    }

    private List<Object> lost(int many) {
        List<Object> lost = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            boolean judged = random.nextBoolean();
            lost.add(map(
                    "kind", judged ? "deleted-rows" : "not-judged", judged ? "text" : "statement", span("Changes")));
        }
        return lost;
    }

    private List<Object> spans(String section, int many) {
        List<Object> spans = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            spans.add(span(section));
        }
        return spans;
    }

    private String span(String section) {
        String text = text();
        book(section, text);
        return text;
    }

    private String book(String section, String text) {
        String shown = PrintableText.shortened(PrintableText.line(text), LONGEST_SPAN);
        texts.computeIfAbsent(section, key -> new HashSet<>()).add(shown);
        return shown;
    }

    private String block(String section, String text) {
        String shown =
                PrintableText.shortened(PrintableText.of(text), LONGEST_BLOCK).stripTrailing();
        texts.computeIfAbsent(section, key -> new HashSet<>()).add(shown);
        return shown;
    }

    /** Begins and ends with an attack, and has a number, so that no two texts are equal. */
    private String text() {
        StringBuilder text = new StringBuilder();
        int parts = 1 + random.nextInt(random.nextInt(5) == 0 ? 12 * repeat : 4);
        for (int i = 0; i < parts; i++) {
            text.append(ATTACKS.get(random.nextInt(ATTACKS.size())));
            text.append(random.nextInt(4) == 0 ? "\n" : random.nextBoolean() ? " " : "");
            text.append(i == 0 ? MARK + number++ : random.nextBoolean() ? MARK : "");
            text.append(random.nextInt(5) == 0 ? "\n" : "");
        }
        return text.append(ATTACKS.get(random.nextInt(ATTACKS.size()))).toString();
    }

    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
