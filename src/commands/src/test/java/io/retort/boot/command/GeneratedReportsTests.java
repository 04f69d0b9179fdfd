package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.command.story.StoryApplication;
import io.retort.diff.internal.report.ReportMarkdown;
import io.retort.error.ExitStatus;
import io.retort.internal.text.PrintableText;
import io.retort.testkit.GitRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.web.util.HtmlUtils;

/**
 * Reports of random histories in real git repositories, compared with the books of the generator: in JSON, and read back from
 * the page and the comment. {@code -Dreports.cases=500} runs more of them, {@code -Dreports.keep=folder} keeps the comments.
 */
class GeneratedReportsTests {

    private static final Pattern NODE = Pattern.compile("(?m)^  (r\\d+)\\[\"([0-9a-z]+) .*\"]$");
    private static final Pattern EDGE = Pattern.compile("(?m)^  (r\\d+) --> (r\\d+)$");

    @TempDir
    Path folder;

    static Collection<Integer> cases() {
        List<Integer> cases = new ArrayList<>();
        for (int seed = 0; seed < Integer.getInteger("reports.cases", 24); seed++) {
            cases.add(seed);
        }
        return cases;
    }

    /** What one unit's report has to say. */
    private record Expected(
            ReportedHistory history, Set<String> added, Set<String> edited, boolean applied, boolean tenants) {}

    @ParameterizedTest
    @MethodSource("cases")
    void aReportAgreesWithTheBooks(int seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        boolean units = seed % 4 == 3;
        boolean tenants = seed % 4 == 2;
        boolean offline = !tenants && random.nextBoolean();
        GitRepository git = GitRepository.init(folder);
        Files.writeString(folder.resolve("README.md"), "A shop.");
        Files.createDirectories(folder.resolve("java"));
        Map<String, Object> properties = properties(seed, units, tenants);
        Map<String, ReportedHistory> histories = new TreeMap<>();
        for (String unit : units ? List.of("billing", "shop") : List.of("")) {
            ReportedHistory history = new ReportedHistory(random.split(), unit.isEmpty() ? "a" : unit.substring(0, 1));
            history.grow(2 + random.nextInt(10));
            if (random.nextInt(3) > 0) {
                history.merge();
            }
            if (random.nextInt(4) == 0) {
                history.squash();
                history.grow(random.nextInt(4));
            }
            history.write(files(unit), List.copyOf(history.revisions.keySet()));
            histories.put(unit, history);
        }
        git.commit();
        boolean applied = !offline && random.nextBoolean();
        if (applied) {
            ToolInside.Answer upgraded = run(properties, "upgrade heads");
            assertThat(upgraded.outcome().status()).as(upgraded.seen()).isEqualTo(ExitStatus.OK);
        }
        Map<String, Expected> expected = new TreeMap<>();
        for (Map.Entry<String, ReportedHistory> unit : histories.entrySet()) {
            expected.put(unit.getKey(), branch(unit.getKey(), unit.getValue(), random, applied, tenants));
        }

        ToolInside.Answer answer = run(
                properties, "report --base=HEAD" + (offline ? " --offline --database=h2" : "") + " --output=" + out());

        assertThat(answer.outcome().status()).as(answer.seen()).isEqualTo(ExitStatus.OK);
        for (Map.Entry<String, Expected> unit : expected.entrySet()) {
            Path written = out().resolve(unit.getKey());
            json(read(written.resolve("report.json")), unit.getValue(), offline);
            page(Files.readString(written.resolve("report.html")), unit.getValue());
            comment(Files.readString(written.resolve("report.md")), unit.getValue(), seed + unit.getKey());
        }
    }

    /** Adds revisions that the base does not have, and edits one of the base. */
    private Expected branch(
            String unit, ReportedHistory history, SplittableRandom random, boolean applied, boolean tenants)
            throws IOException {
        Set<String> edited = new TreeSet<>();
        if (random.nextInt(4) == 0) {
            String id = List.copyOf(history.revisions.keySet()).get(0);
            Files.writeString(
                    ReportedHistory.file(files(unit), id),
                    Files.readString(ReportedHistory.file(files(unit), id)) + "-- edited\n");
            edited.add(id);
        }
        List<String> added = random.nextInt(6) == 0 ? List.of() : history.grow(1 + random.nextInt(5));
        if (random.nextBoolean() && !added.isEmpty()) {
            added = new ArrayList<>(added);
            String merge = history.merge();
            if (!added.contains(merge) && !Files.exists(ReportedHistory.file(files(unit), merge))) {
                added.add(merge);
            }
        }
        history.write(files(unit), added);
        return new Expected(history, new TreeSet<>(added), edited, applied, tenants);
    }

    private void json(Map<String, Object> report, Expected expected, boolean offline) throws IOException {
        ReportedHistory history = expected.history();
        assertThat(new JsonSchema(JsonParserFactory.getJsonParser()
                                .parseMap(Files.readString(Path.of("../../docs/report.schema.json"))))
                        .violations(report))
                .isEmpty();
        Map<String, Map<String, Object>> changes = by("revision", list(map(report, "changes"), "revisions"));
        Set<String> changed = new TreeSet<>(expected.added());
        changed.addAll(expected.edited());
        assertThat(changes.keySet()).isEqualTo(changed);
        changes.forEach((id, change) -> {
            ReportedHistory.Revision revision = history.revisions.get(id);
            assertThat(change.get("message")).isEqualTo(revision.message());
            assertThat(change.get("parents")).isEqualTo(revision.parents());
            assertThat(change.containsKey("edited")).isEqualTo(expected.edited().contains(id));
            Map<Boolean, List<Map<String, Object>>> lost = list(change, "lost").stream()
                    .collect(Collectors.partitioningBy(loss -> "not-judged".equals(loss.get("kind"))));
            assertThat(texts(lost.get(false), "text"))
                    .as("what the downgrade of %s deletes", id)
                    .containsExactlyInAnyOrderElementsOf(Set.copyOf(revision.lost()));
            assertThat(texts(lost.get(true), "statement"))
                    .as("what is not judged in the downgrade of %s", id)
                    .allMatch(statement ->
                            revision.text().contains("set data type") && statement.contains("set data type"));
        });
        Map<String, Map<String, Object>> shown = by("id", list(report, "history"));
        assertThat(shown.keySet()).containsExactlyInAnyOrderElementsOf(history.revisions.keySet());
        List<String> order = List.copyOf(shown.keySet());
        shown.forEach((id, one) -> {
            List<String> parents = history.revisions.get(id).parents();
            assertThat(one.get("parents")).isEqualTo(parents);
            assertThat(parents).allMatch(parent -> order.indexOf(parent) > order.indexOf(id));
            assertThat(texts(one.get("marks")).stream().anyMatch(mark -> mark.endsWith("head")))
                    .isEqualTo(history.heads().contains(id));
        });
        assertThat(columns(report)).isEqualTo(history.columns());
        assertThat(by("name", list(report, "tables")).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, table -> table.getValue().get("since"))))
                .isEqualTo(history.tables());
        String outcome = String.valueOf(map(report, "verdict").get("outcome"));
        if (history.heads().size() > 1 || !expected.edited().isEmpty()) {
            assertThat(outcome).isEqualTo("blocked");
        }
        Set<String> planned = by("revision", list(map(report, "plan"), "plan")).keySet();
        assertThat(planned)
                .isEqualTo(
                        offline
                                ? Set.of()
                                : expected.applied() ? expected.added() : new TreeSet<>(history.revisions.keySet()));
        assertThat(map(report, "database").containsKey("tenant")).isEqualTo(expected.tenants());
    }

    private static Map<String, ReportedHistory.Cell> columns(Map<String, Object> report) {
        Map<String, ReportedHistory.Cell> columns = new TreeMap<>();
        for (Map<String, Object> table : list(report, "tables")) {
            for (Map<String, Object> column : list(table, "columns")) {
                columns.put(
                        table.get("name") + "." + column.get("name"),
                        new ReportedHistory.Cell(
                                String.valueOf(column.get("type")),
                                String.valueOf(column.get("since")),
                                String.valueOf(column.get("changed"))));
            }
        }
        return columns;
    }

    /** The page is read back: what a person sees must be what the books say. */
    private static void page(String page, Expected expected) {
        ReportedHistory history = expected.history();
        assertThat(page).doesNotContain("<script>alert", "<img", "\u202e");
        assertThat(page.split("<script", -1)).hasSize(2);
        Set<String> changed = new TreeSet<>(expected.added());
        changed.addAll(expected.edited());
        assertThat(found(section(page, "changes"), "<h3><code>(.*?)</code> <span>.*?</span></h3>"))
                .containsExactlyInAnyOrderElementsOf(changed);
        assertThat(found(section(page, "changes"), "<h3><code>.*?</code> <span>(.*?)</span></h3>"))
                .containsExactlyInAnyOrderElementsOf(changed.stream()
                        .map(id -> PrintableText.of(history.revisions.get(id).message()))
                        .toList());
        String tables = section(page, "tables");
        assertThat(found(tables, "<summary><code>(.*?)</code>"))
                .containsExactlyInAnyOrderElementsOf(history.tables().keySet().stream()
                        .map(PrintableText::of)
                        .toList());
        String row = "<tr><th scope=\"row\"><code>.*?</code></th><td data-label=\"Type\"><code>%s</code></td>"
                + "<td data-label=\"Since\"><code>%s</code></td><td data-label=\"Last changed\"><code>%s</code></td>";
        List<ReportedHistory.Cell> cells = List.copyOf(history.columns().values());
        assertThat(found(tables, row.formatted("(.*?)", ".*?", ".*?")))
                .containsExactlyInAnyOrderElementsOf(
                        cells.stream().map(ReportedHistory.Cell::type).toList());
        assertThat(found(tables, row.formatted(".*?", "(.*?)", ".*?")))
                .containsExactlyInAnyOrderElementsOf(
                        cells.stream().map(ReportedHistory.Cell::since).toList());
        assertThat(found(tables, row.formatted(".*?", ".*?", "(.*?)")))
                .containsExactlyInAnyOrderElementsOf(
                        cells.stream().map(ReportedHistory.Cell::changed).toList());
        assertThat(found(tables, "(<svg)")).hasSize(history.tables().size());
        assertThat(found(section(page, "graph"), "(<circle)")).hasSize(history.revisions.size());
        assertThat(found(section(page, "history"), "<tr><th scope=\"row\"><code>(.*?)</code>"))
                .containsExactlyInAnyOrderElementsOf(history.revisions.keySet());
    }

    private void comment(String comment, Expected expected, String name) throws IOException {
        assertThat(comment.length()).isLessThanOrEqualTo(ReportMarkdown.LIMIT);
        String outside = comment.replaceAll("(?s)(`+)(?!`).*?(?<!`)\\1(?!`)", "");
        assertThat(outside).doesNotContain("<script", "<img", "@octocat", "](http", "\u202e");
        if (!comment.contains("left out")) {
            expected.added().forEach(id -> assertThat(comment).contains(id));
        }
        String keep = System.getProperty("reports.keep");
        if (keep != null) {
            Files.createDirectories(Path.of(keep));
            Files.writeString(Path.of(keep, name + ".md"), comment);
        }
        graph(comment, expected);
    }

    /** The arrows of the flowchart are the parents of the books. */
    private static void graph(String comment, Expected expected) {
        Map<String, String> ids =
                NODE.matcher(comment).results().collect(Collectors.toMap(node -> node.group(1), node -> node.group(2)));
        if (ids.isEmpty()) {
            assertThat(comment).contains("left out");
            return;
        }
        Map<String, ReportedHistory.Revision> revisions = expected.history().revisions;
        assertThat(ids.values()).containsExactlyInAnyOrderElementsOf(revisions.keySet());
        Set<String> arrows = EDGE.matcher(comment)
                .results()
                .map(edge -> ids.get(edge.group(1)) + " > " + ids.get(edge.group(2)))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> parents = revisions.values().stream()
                .flatMap(revision -> revision.parents().stream().map(parent -> parent + " > " + revision.id()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(arrows).isEqualTo(parents);
    }

    private static String section(String page, String id) {
        Matcher section =
                Pattern.compile("(?s)<section id=\"" + id + "\">.*?</section>").matcher(page);
        assertThat(section.find()).as(id).isTrue();
        return section.group();
    }

    private static List<String> found(String page, String pattern) {
        return Pattern.compile("(?s)" + pattern)
                .matcher(page)
                .results()
                .map(result -> HtmlUtils.htmlUnescape(result.group(1)))
                .toList();
    }

    private ToolInside.Answer run(Map<String, Object> properties, String command) {
        return new ToolInside(StoryApplication.class, properties).run(command);
    }

    private Path files(String unit) {
        return folder.resolve("revisions").resolve(unit);
    }

    private Path out() {
        return folder.resolve("out");
    }

    private Map<String, Object> properties(int seed, boolean units, boolean tenants) {
        Map<String, Object> properties = new LinkedHashMap<>();
        String url = "jdbc:h2:mem:report" + seed + folder.getFileName();
        properties.put("retort.interactive", "false");
        properties.put("retort.sources", folder.resolve("java").toString());
        properties.put("retort.resources", folder.getRoot().toString());
        properties.put("spring.datasource.username", "sa");
        properties.put(
                "spring.datasource.url",
                url + ";DB_CLOSE_DELAY=-1"
                        + (tenants
                                ? ";INIT=create schema if not exists \"north\"\\;create schema if not exists \"south\""
                                : ""));
        if (units) {
            for (String unit : List.of("billing", "shop")) {
                properties.put("retort.units." + unit + ".url", url + unit + ";DB_CLOSE_DELAY=-1");
                properties.put("retort.units." + unit + ".user", "sa");
                properties.put("retort.units." + unit + ".locations", "file:" + files(unit));
            }
        } else {
            properties.put("retort.locations", "file:" + files(""));
        }
        if (tenants) {
            properties.put("retort.tenants.schemas", "north,south");
        }
        return properties;
    }

    private static Map<String, Object> read(Path file) throws IOException {
        return JsonParserFactory.getJsonParser().parseMap(Files.readString(file));
    }

    private static Map<String, Map<String, Object>> by(String name, List<Map<String, Object>> rows) {
        Map<String, Map<String, Object>> map = new LinkedHashMap<>();
        rows.forEach(
                row -> assertThat(map.put(String.valueOf(row.get(name)), row)).isNull());
        return map;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> json, String name) {
        return (Map<String, Object>) json.get(name);
    }

    private static List<String> texts(List<Map<String, Object>> losses, String name) {
        return losses.stream().map(loss -> String.valueOf(loss.get(name))).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> json, String name) {
        return (List<Map<String, Object>>) json.getOrDefault(name, List.of());
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Object value) {
        return value == null ? List.of() : (List<String>) value;
    }
}
