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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page and the comment, with hostile texts in every place that comes from a person or a database. */
class ReportPageTests {

    private static final String HOSTILE =
            "</script><script>document.title='hacked'</script><img src=x onerror=alert(1)>"
                    + "\u202eright to left\u001b[31m `code` ``` @octocat [link](https://example.com) ${1+1} [[${2+2}]] "
                    + "x".repeat(1000);

    @TempDir
    Path folder;

    @Test
    void aHostileTextIsTextInThePage() {
        String page = ReportHtml.of(report(HOSTILE, 3));

        assertThat(page)
                .doesNotContain("document.title='hacked'</script>", "<img src=x", "\u202e", "\u001b")
                .contains("${1+1} [[${2+2}]]")
                .contains("&lt;img src=x onerror=alert(1)&gt;");
        assertThat(page.split("<script", -1)).hasSize(2);
        assertThat(page).doesNotContainPattern("(?i)(src|href)=\"(?!#)");
    }

    @Test
    void aHostileTextIsCodeInTheComment() {
        String comment = ReportMarkdown.of(report(HOSTILE, 3));

        String outside = comment.replaceAll("(?s)(`+)(?!`).*?(?<!`)\\1(?!`)", "");
        assertThat(outside)
                .doesNotContain("<script", "<img", "@octocat", "](http")
                .doesNotContain("\u202e", "\u001b");
        assertThat(comment).contains("@octocat");
    }

    @Test
    void theCommentStaysWithinTheLimit() {
        String comment = ReportMarkdown.of(report("add " + "y".repeat(500), 2_000));

        assertThat(comment.length()).isBetween(ReportMarkdown.LIMIT / 2, ReportMarkdown.LIMIT);
        assertThat(comment).contains("parts are left out");
        assertThat(ReportMarkdown.of(report("add email", 2))).doesNotContain("left out");
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
    @ValueSource(ints = {60, 400})
    void thePageOfManyTablesIsSmall(int tables) {
        long start = System.nanoTime();
        String page = ReportHtml.of(report("add email", tables));

        assertThat(page.length()).isLessThan(tables == 60 ? 600_000 : 3_000_000);
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(60));
    }

    /** Names are not resolved, and the log of the network must contain no request but that of the file. */
    @Test
    @Tag("long")
    void theBrowserSendsNoRequestAndReportsNoError() throws Exception {
        Optional<String> chromium = chromium();
        assumeTrue(chromium.isPresent(), "no chromium on the search path: apt-get install chromium");
        Path page = Files.writeString(folder.resolve("report.html"), ReportHtml.of(report(HOSTILE, 12)));
        Path log = folder.resolve("net.json");
        Path console = folder.resolve("console.txt");
        Process browser = new ProcessBuilder(
                        chromium.get(),
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
                        page.toUri().toString())
                .redirectError(console.toFile())
                .redirectOutput(folder.resolve("dom.html").toFile())
                .start();
        assertThat(browser.waitFor(60, TimeUnit.SECONDS)).isTrue();

        String dom = Files.readString(folder.resolve("dom.html"));
        assertThat(dom).contains("<title>Migration report: shop</title>").contains("12 of 12 tables");
        assertThat(Files.readAllLines(console).stream().filter(line -> line.contains("CONSOLE")))
                .isEmpty();
        assertThat(Files.readString(log)).doesNotContain("example.com").doesNotContain("\"url\":\"file:///x\"");
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
                    "loses",
                    List.of("column owner." + text),
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
