package io.retort.diff.internal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.retort.migration.Definitions;
import io.retort.revision.RevisionInfo;
import io.retort.schema.Column;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page and the comment, with hostile texts in every place that comes from a person or a database. */
class ReportPageTests {

    private static final List<String> INVISIBLE =
            List.of("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202e", "\u2066", "\u061c");

    private static final String HOSTILE =
            "</script><script>document.title='hacked'</script><img src=x onerror=alert(1)>"
                    + "\u202eright to left\u001b[31m `code` ``` @octocat [link](https://example.com) ${1+1} [[${2+2}]] "
                    + "x".repeat(1000);

    /** Chromium asks for updates, dictionaries, the time and accounts. */
    private static final Pattern OWN_REQUEST =
            Pattern.compile("^https?://[a-z0-9.-]+\\.(google|googleapis|gvt1|gstatic)\\.com/");

    @TempDir
    Path folder;

    @Test
    void aHostileTextIsTextInThePage() {
        for (Report report : List.of(report(HOSTILE, 3), everywhere(HOSTILE), missing(HOSTILE))) {
            String page = ReportHtml.of(report);

            assertThat(page)
                    .doesNotContain("document.title='hacked'</script>", "<img src=x", "\u202e", "\u001b")
                    .contains("${1+1} [[${2+2}]]")
                    .contains("&lt;img src=x onerror=alert(1)&gt;");
            assertThat(page.split("<script", -1)).hasSize(2);
            assertThat(page).doesNotContainPattern("(?i)(src|href)=\"(?!#)");
        }
    }

    /** Two names that differ only in an invisible character are shown as two. */
    @Test
    void invisibleCharactersAreEscapedInThePageAndInTheComment() {
        for (String sign : INVISIBLE) {
            String escaped = "first" + String.format("\\u%04x", (int) sign.charAt(0)) + "last";
            for (Report report : List.of(everywhere("first" + sign + "last"), missing("first" + sign + "last"))) {
                assertThat(ReportHtml.of(report)).contains(escaped).doesNotContain(sign);
                assertThat(ReportMarkdown.of(report)).contains(escaped).doesNotContain(sign);
            }
        }
    }

    @Test
    void remarksAndWhatIsNotComparedAreInThePageAndInTheComment() {
        Map<String, Object> change = values(
                "revision",
                "r1",
                "message",
                "add email",
                "remarks",
                List.of("runs for long"),
                "lost",
                List.of(),
                "products",
                List.of());
        Report report = with(values(
                "changes",
                values("notes", List.of(), "revisions", List.of(change)),
                "differences",
                values(
                        "sentence",
                        "Entities and database agree.",
                        "differences",
                        List.of(),
                        "skipped",
                        List.of("view v: unknown type"),
                        "remarks",
                        List.of("2 rows have no value"))));

        assertThat(ReportMarkdown.of(report))
                .contains("\n- Remark: `runs for long`\n")
                .contains("\n- Not compared: `view v: unknown type`\n", "\n- Remark: `2 rows have no value`\n");
        assertThat(ReportHtml.of(report))
                .contains(
                        "Remark: runs for long", "Not compared: view v: unknown type", "Remark: 2 rows have no value");
    }

    @Test
    void aHostileTextIsCodeInTheComment() {
        for (Report report : List.of(report(HOSTILE, 3), everywhere(HOSTILE), missing(HOSTILE))) {
            String comment = ReportMarkdown.of(report);

            String outside = comment.replaceAll("(?s)(`+)(?!`).*?(?<!`)\\1(?!`)", "");
            assertThat(outside)
                    .doesNotContain("<script", "<img", "@octocat", "](http")
                    .doesNotContain("\u202e", "\u001b");
            assertThat(comment).contains("@octocat");
        }
    }

    /** A report with a text in each value that the others do not have. */
    private static Report everywhere(String text) {
        Map<String, Object> change = values(
                "revision",
                text,
                "message",
                text,
                "file",
                text,
                "edited",
                text,
                "irreversible",
                text,
                "lost",
                List.of(),
                "products",
                List.of(values("product", text, "missing", text)));
        Map<String, Object> difference = values("description", text, "cause", "entity", "sql", List.of(text));
        return with(values(
                "application",
                text,
                "product",
                text,
                "version",
                text,
                "base",
                values("sentence", text, "commit", text),
                "database",
                values("sentence", text),
                "changes",
                values("notes", List.of(), "revisions", List.of(change)),
                "differences",
                values(
                        "sentence",
                        text,
                        "differences",
                        List.of(difference),
                        "skipped",
                        List.of(text),
                        "remarks",
                        List.of(text)),
                "plan",
                values(
                        "plan",
                        List.of(values(
                                "revision",
                                text,
                                "operations",
                                List.of(values("description", text, "statements", List.of(text))))))));
    }

    /** A report in which each section has only the reason why it has no data. */
    private static Report missing(String text) {
        Map<String, Object> reason = values("missing", text);
        return with(values(
                "changes",
                values("missing", text, "notes", List.of(), "revisions", List.of()),
                "lint",
                reason,
                "differences",
                reason,
                "plan",
                reason));
    }

    private static Report with(Map<String, Object> values) {
        Report report = report("add email", 1);
        Map<String, Object> json = new LinkedHashMap<>(report.json());
        json.putAll(values);
        return new Report(
                json,
                report.before(),
                report.after(),
                report.modules(),
                report.revisions(),
                report.added(),
                report.current());
    }

    /** As CommonMark reads it: a code span ends at the next run of exactly as many backticks as it begins with. */
    @Test
    void aSpanEndsWhereItsTextEnds() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder("@");
            random.ints(random.nextInt(1, 12), 0, 4).forEach(sign -> text.append("`` a".charAt(sign)));
            String span = ReportMarkdown.span(random.nextBoolean() ? text : text.reverse());
            Matcher runs = Pattern.compile("`+").matcher(span);
            assertThat(runs.find() && runs.start() == 0).as(span).isTrue();
            int length = runs.end();
            boolean ended = false;
            while (!ended && runs.find()) {
                ended = runs.end() - runs.start() == length;
            }
            assertThat(ended && runs.end() == span.length()).as(span).isTrue();
            requireOneBlock(ReportMarkdown.fenced(text.toString().replace(' ', '\n')));
        }
    }

    /** A block ends at the first line of at least as many backticks as it begins with. */
    private static void requireOneBlock(String block) {
        List<String> lines = block.lines().toList();
        String fence = lines.get(0).replace("sql", "");
        assertThat(fence).as(block).matches("`{3,}");
        List<String> ends = lines.stream()
                .skip(1)
                .filter(line -> line.strip().matches("`{" + fence.length() + ",}"))
                .toList();
        assertThat(ends).as(block).containsExactly(lines.get(lines.size() - 1));
    }

    @Test
    void theCommentStaysWithinTheLimit() {
        String comment = ReportMarkdown.of(report("add " + "y".repeat(500), 2_000));

        assertThat(comment.length()).isBetween(ReportMarkdown.LIMIT / 2, ReportMarkdown.LIMIT);
        assertThat(comment)
                .as("sections below the changes of many revisions")
                .contains("### Plan\n\n`No database is used.`", "### Revision graph\n\n```mermaid");
        assertThat(comment).contains("parts are left out");
        assertThat(ReportMarkdown.of(report("add email", 2))).doesNotContain("left out");
    }

    @Test
    void theCommentContainsThePlan() {
        String comment = ReportMarkdown.of(with(values(
                "database",
                values("sentence", "The database H2 is at a1."),
                "plan",
                values(
                        "plan",
                        List.of(
                                values("revision", "b2", "operations", List.of()),
                                values(
                                        "revision",
                                        "c3",
                                        "operations",
                                        List.of(values(
                                                "description",
                                                "+ column owner.email",
                                                "statements",
                                                List.of("alter table owner add column email varchar(80)")))))))));

        assertThat(comment)
                .containsSubsequence(
                        "### Plan",
                        "`The database H2 is at a1.`",
                        "- `b2` runs no statement",
                        "- `c3`\n",
                        "```sql\nalter table owner add column email varchar(80);\n```");
        assertThat(ReportMarkdown.of(report("add email", 1))).contains("### Plan\n\n`No database is used.`");
    }

    @Test
    void theCommentContainsTheGraph() {
        assertThat(ReportMarkdown.of(report("add email", 3)))
                .contains(
                        "```mermaid\nflowchart BT\n",
                        "[\"r2 add email (new)\"]",
                        "[\"r1 add email\"]",
                        "[\"r0 add email (current)\"]")
                .doesNotContain("report.html also shows");
        assertThat(ReportMarkdown.of(report("", 0))).doesNotContain("mermaid");
    }

    /** Of a long history, the graph has what is new, what is current, and their parents. */
    @Test
    void theGraphOfALongHistoryIsShort() {
        Report small = report("add email", 1);
        List<RevisionInfo> line = report("add email", 1_000).revisions();
        String comment = ReportMarkdown.of(new Report(
                small.json(), small.before(), small.after(), Map.of(), line, Set.of("r999", "r998"), Set.of("r500")));

        assertThat(comment.lines().filter(node -> node.contains("add email") && node.contains("[\"")))
                .hasSize(5)
                .anyMatch(node -> node.contains("r500 add email (current)"))
                .anyMatch(node -> node.contains("r499 add email"));
        assertThat(comment).contains("The file report.html also shows the other 995 revisions.");
    }

    @Test
    void aSectionWithoutDataSaysWhy() {
        assertThat(ReportHtml.of(report("add email", 1)))
                .contains("No database is used")
                .contains("There are no entities");
    }

    @Test
    void theSameReportIsTheSamePage() {
        assertThat(ReportHtml.of(report("add email", 5))).isEqualTo(ReportHtml.of(report("add email", 5)));
    }

    @ParameterizedTest
    @CsvSource({"60,400000", "400,3000000", "2000,15000000"})
    void thePageOfManyTablesIsSmall(int tables, int most) {
        long start = System.nanoTime();
        String page = ReportHtml.of(report("add email", tables));

        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(most);
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(60));
    }

    /** Names are not resolved, and the log of the network must contain no request but those of the browser itself. */
    @Test
    @Tag("long")
    void theBrowserSendsNoRequestAndReportsNoError() throws Exception {
        assumeTrue(chromium().isPresent(), "no chromium on the search path: apt-get install chromium");
        String page = ReportHtml.of(report(HOSTILE, 12));
        Opened opened = open(page);

        assertThat(opened.dom())
                .contains("<title>Migration report: shop</title>")
                .contains("12 of 12 tables");
        assertThat(opened.console()).isEmpty();
        assertThat(opened.requests()).isEmpty();

        String planted = "<img alt='' src='https://planted.example/x.png'><script>nothing.there()</script></body>";
        Opened forbidden = open(page.replace("</body>", planted));
        assertThat(forbidden.requests()).as("the page forbids requests").isEmpty();
        assertThat(forbidden.console()).as("and the browser says so").isNotEmpty();
        Opened permitted = open(page.replace("</body>", planted).replace("Content-Security-Policy", "none"));
        assertThat(permitted.requests()).as("a request is found").containsExactly("https://planted.example/x.png");
        assertThat(permitted.console())
                .as("an error is found")
                .anyMatch(line -> line.contains("nothing is not defined"));
    }

    /**
     * A page in the browser.
     *
     * @param dom the document after its scripts ran
     * @param console the messages of the console
     * @param requests the addresses of requests over the network, without those of the browser itself
     */
    private record Opened(String dom, List<String> console, Set<String> requests) {}

    private Opened open(String page) throws Exception {
        Path file = Files.writeString(folder.resolve("report.html"), page);
        Path log = folder.resolve("net.json");
        Path console = folder.resolve("console.txt");
        Process browser = new ProcessBuilder(
                        chromium().orElseThrow(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--host-resolver-rules=MAP * ~NOTFOUND",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--enable-logging=stderr",
                        "--log-net-log=" + log,
                        "--dump-dom",
                        file.toUri().toString())
                .redirectError(console.toFile())
                .redirectOutput(folder.resolve("dom.html").toFile())
                .start();
        assertThat(browser.waitFor(60, TimeUnit.SECONDS)).isTrue();
        Set<String> requests = new TreeSet<>();
        Matcher url = Pattern.compile("\"url\":\"([^\"]+)\"").matcher(Files.readString(log));
        while (url.find()) {
            requests.add(url.group(1));
        }
        requests.removeIf(OWN_REQUEST.asPredicate());
        return new Opened(
                Files.readString(folder.resolve("dom.html")),
                Files.readAllLines(console).stream()
                        .filter(line -> line.contains("CONSOLE"))
                        .toList(),
                requests);
    }

    /** The page forbids all requests and all frames, so the rules are added to a copy of it. */
    @ParameterizedTest
    @CsvSource({"1280,1", "420,1", "1280,0", "420,0"})
    @Tag("long")
    void axeFindsNoBarrierInThePage(int width, int scheme) throws Exception {
        assumeTrue(chromium().isPresent(), "no chromium on the search path: apt-get install chromium");
        String page = ReportHtml.of(report("Add the nickname of an owner", 12));

        assertThat(violations(page, width, scheme)).isEmpty();
        assertThat(violations(page.replace("<main", "<img src='data:,'><main"), width, scheme))
                .as("the rules find a picture without a text")
                .contains("image-alt");
    }

    private String violations(String page, int width, int scheme) throws Exception {
        String script;
        try (InputStream axe = Objects.requireNonNull(ReportPageTests.class.getResourceAsStream("/axe.min.js"))) {
            script = new String(axe.readAllBytes(), StandardCharsets.UTF_8);
        }
        Path copy = Files.writeString(
                folder.resolve("axe.html"),
                page.replace(
                        "</body>",
                        "<script>" + script.replace("</script", "<\\/script")
                                + "</script><script>axe.run().then(result => document.title = '[' + result.violations.map(found =>"
                                + " found.id + ': ' + found.nodes.map(node => node.target).join(' ')).join(', ') +"
                                + " ']')</script></body>"));
        Path dom = folder.resolve("axe-dom.html");
        Process browser = new ProcessBuilder(
                        chromium().orElseThrow(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + folder.resolve("axe-profile"),
                        "--blink-settings=preferredColorScheme=" + scheme,
                        "--window-size=" + width + ",1500",
                        "--virtual-time-budget=60000",
                        "--dump-dom",
                        copy.toUri().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(dom.toFile())
                .start();
        assertThat(browser.waitFor(120, TimeUnit.SECONDS)).isTrue();
        Matcher title = Pattern.compile("<title>\\[(.*?)]</title>").matcher(Files.readString(dom));
        assertThat(title.find()).as("axe-core ended").isTrue();
        return title.group(1);
    }

    private static Optional<String> chromium() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(path -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> path + "/" + name))
                .filter(file -> Files.isExecutable(Path.of(file)))
                .findFirst();
    }

    /** Writes an example for a look at it: {@code -Dreport.write=/tmp/report.html}. */
    @Test
    void canBeLookedAt() throws IOException {
        String file = System.getProperty("report.write");
        String page = ReportHtml.of(report("Add the nickname of an owner", 12));
        if (file != null) {
            Files.writeString(Path.of(file), page);
        }

        assertThat(page).startsWith("<!DOCTYPE html>");
    }

    static Report report(String text, int size) {
        List<Table> tables = new ArrayList<>();
        List<Map<String, Object>> described = new ArrayList<>();
        List<Map<String, Object>> changes = new ArrayList<>();
        List<RevisionInfo> revisions = new ArrayList<>();
        List<Map<String, Object>> history = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String name = "\"table " + i + (text.length() > 300 ? text : "") + '"';
            tables.add(Table.of(
                    QualifiedName.parse(name),
                    List.of(
                            new Column("id", Definitions.bigint()).notNull(),
                            new Column("name", Definitions.varchar(80)),
                            Definitions.primaryKey("id"),
                            Definitions.foreignKey("fk" + i, "id")
                                    .references("\"table " + i / 2 + (text.length() > 300 ? text : "") + '"', "id"))));
            described.add(values(
                    "name",
                    name,
                    "module",
                    "com.example.shop",
                    "since",
                    "a1",
                    "search",
                    name,
                    "columns",
                    List.of(values("name", "id", "type", "bigint not null", "since", "a1", "changed", "a1")),
                    "parts",
                    List.of(values("definition", "primary key (id)", "since", "a1", "changed", "a1")),
                    "references",
                    List.of(name),
                    "referencedBy",
                    List.of(name),
                    "undeclared",
                    values("revision", "a1", "statement", text)));
            String id = "r" + i;
            revisions.add(
                    0,
                    new RevisionInfo(
                            id,
                            i == 0 ? List.of() : List.of("r" + (i - 1)),
                            List.of(),
                            List.of(),
                            text,
                            null,
                            true,
                            "R" + id));
            changes.add(values(
                    "revision",
                    id,
                    "message",
                    text,
                    "parents",
                    List.of(),
                    "file",
                    text,
                    "remarks",
                    List.of(),
                    "lost",
                    List.of(values("kind", "dropped-column", "text", "column owner." + text)),
                    "products",
                    List.of(values(
                            "product", "PostgreSQL",
                            "upgrade",
                                    List.of(values(
                                            "description",
                                            "+ " + text,
                                            "statements",
                                            List.of("select '" + text + "'"))),
                            "downgrade", List.of(values("description", text, "statements", List.of(text)))))));
            history.add(0, values("id", id, "message", text, "marks", List.of("head"), "file", text));
        }
        Map<String, Object> json = values(
                "retort",
                1,
                "report",
                1,
                "version",
                "1.0",
                "application",
                "shop",
                "product",
                "PostgreSQL",
                "verdict",
                values(
                        "outcome",
                        "attention",
                        "sentence",
                        "One revision changed. Look at this before you merge:",
                        "reasons",
                        List.of(text)),
                "base",
                values("sentence", "Compared with main."),
                "database",
                values("sentence", "No database is used."),
                "changes",
                values("notes", List.of(text), "revisions", changes.subList(0, Math.min(size, 300))),
                "lint",
                values(
                        "sizes",
                        text,
                        "findings",
                        List.of(values(
                                "rule",
                                "index-blocks-writes",
                                "level",
                                "error",
                                "revision",
                                "r0",
                                "location",
                                text,
                                "change",
                                text,
                                "problem",
                                text,
                                "safer",
                                text))),
                "differences",
                values("missing", "There are no entities to compare."),
                "plan",
                values("missing", "No database is used."),
                "tables",
                described,
                "history",
                history);
        Snapshot after = new Snapshot(tables, List.of(), List.of());
        Snapshot before = tables.isEmpty()
                ? after
                : after.withoutTable(tables.get(tables.size() - 1).name());
        return new Report(json, before, after, Map.of(), revisions, Set.of("r" + (size - 1)), Set.of("r0"));
    }

    private static Map<String, Object> values(Object... pairs) {
        Map<String, Object> values = new LinkedHashMap<>();
        IntStream.range(0, pairs.length / 2).forEach(i -> values.put((String) pairs[2 * i], pairs[2 * i + 1]));
        return values;
    }
}
