package io.retort.boot.command;

import static io.retort.migration.Definitions.*;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.boot.autoconfigure.shop.ShopApplication;
import io.retort.boot.command.story.StoryApplication;
import io.retort.error.AdviceStyle;
import io.retort.internal.history.JavaRevisions;
import io.retort.lint.Finding;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;
import io.retort.run.PreparedStep.SaferForms;
import io.retort.source.RevisionSource;
import io.retort.testkit.GitRepository;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.json.JsonParserFactory;

/** Findings and waivers as commands print and write them. */
class LintCommandTests {

    @TempDir
    Path folder;

    private void write(String id, String parent, String upgrade) throws IOException {
        Files.writeString(
                folder.resolve(id + ".sql"),
                "-- revision: " + id + "\n" + (parent.isEmpty() ? "" : "-- parent: " + parent + "\n") + "\n-- upgrade\n"
                        + upgrade + "\n-- downgrade\n");
    }

    /** An index, a column with a waiver, and a statement of several lines. */
    private void twoRevisions() throws IOException {
        write("aa1", "", "create table shelf (id int primary key, name varchar(9), old int);");
        write("bb1", "aa1", """
                create index ix_shelf
                    -- the search needs it
                    on shelf
                       (name);
                -- allow drop-column: no release since 1.4 maps old
                alter table shelf drop column old;
                vacuum full shelf;
                drop index ix_shelf;""");
    }

    private ToolInside.Answer tool(Class<?> application, TestDb db, String command) {
        return new ToolInside(
                        application,
                        Map.of(
                                "spring.datasource.url",
                                db.url(),
                                "spring.datasource.username",
                                db.user(),
                                "spring.datasource.password",
                                db.password(),
                                "retort.locations",
                                application == ShopApplication.class
                                        ? "io.retort.boot.autoconfigure.revisions,file:" + folder
                                        : "file:" + folder,
                                "retort.classes",
                                folder.toString(),
                                "retort.resources",
                                folder.toString(),
                                "retort.sources",
                                folder.toString(),
                                "retort.interactive",
                                "false"))
                .run(command);
    }

    private ToolInside.Answer onH2(String command) {
        try (TestDb db = TestDatabase.H2.server().newDatabase()) {
            return tool(StoryApplication.class, db, command);
        }
    }

    @Test
    void aStatementOfSeveralLinesIsShownOnOneLine() throws IOException {
        twoRevisions();

        assertThat(onH2("lint --since=aa1 --database=postgresql").seen())
                .contains("! sql create index ix_shelf on shelf (name)  [index-blocks-writes, error]");
    }

    @Test
    void aMistakeInSinceIsAboutSince() throws IOException {
        twoRevisions();

        for (String wrong : List.of("zzz", "aa1:bb1", "bb1+5")) {
            ToolInside.Answer answer = onH2("lint --since=" + wrong + " --database=postgresql");
            assertThat(answer.outcome().status().code()).as(answer.seen()).isEqualTo(2);
            assertThat(answer.seen())
                    .contains("Cannot judge the revisions after \"" + wrong + "\": ", "-Dsince=", "migrate:history")
                    .doesNotContain("upgrade to", "-Dtarget");
        }
        assertThat(onH2("lint zzz --since=aa1 --database=postgresql").seen()).contains("Cannot upgrade to \"zzz\"");
    }

    @Test
    void nothingAfterSinceIsSaid() throws IOException {
        twoRevisions();

        ToolInside.Answer none = onH2("lint --since=bb1 --database=postgresql");
        assertThat(none.outcome().status().code()).as(none.seen()).isZero();
        assertThat(none.seen()).contains("No findings: no revision follows bb1.");
        assertThat(onH2("lint --since=base --database=postgresql").seen()).doesNotContain("no revision follows");
    }

    /** The names, values and links that SARIF 2.1.0 requires, and those that tools for code review need. */
    @Test
    void theSarifFileHasItsStructure() throws IOException {
        twoRevisions();
        Path file = folder.resolve("lint.sarif");

        String seen =
                onH2("lint --since=aa1 --database=postgresql --sarif=" + file).seen();

        assertThat(file).as(seen).exists();
        Map<String, Object> log = JsonParserFactory.getJsonParser().parseMap(Files.readString(file));
        assertThat(log)
                .containsEntry("version", "2.1.0")
                .containsEntry("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        List<Map<String, Object>> runs = list(log.get("runs"));
        assertThat(runs).hasSize(1);
        Map<String, Object> driver = map(map(runs.get(0).get("tool")).get("driver"));
        assertThat(driver).containsEntry("name", "Retort");
        List<Map<String, Object>> rules = list(driver.get("rules"));
        assertThat(rules).allSatisfy(rule -> {
            assertThat(text(rule.get("shortDescription"))).isNotBlank();
            assertThat((String) rule.get("helpUri")).startsWith("https://").endsWith("docs/lint.md");
            assertThat(map(rule.get("defaultConfiguration")).get("level")).isIn("error", "warning", "note");
        });
        List<Map<String, Object>> results = list(runs.get(0).get("results"));
        assertThat(results.stream().map(result -> result.get("ruleId") + " " + result.get("level")))
                .contains("index-blocks-writes error", "drop-index-blocks warning", "not-judged note");
        assertThat(ids(rules, "id")).hasSameSizeAs(rules).isEqualTo(ids(results, "ruleId"));
        assertThat(results).allSatisfy(result -> {
            assertThat(text(result.get("message"))).contains("! sql ");
            Map<String, Object> place = map(list(result.get("locations")).get(0).get("physicalLocation"));
            assertThat((String) map(place.get("artifactLocation")).get("uri")).endsWith("bb1.sql");
            assertThat((Integer) map(place.get("region")).get("startLine")).isPositive();
        });
        assertThat(startLine(results, "index-blocks-writes")).isEqualTo(5);
        assertThat(startLine(results, "not-judged")).isEqualTo(11);
    }

    private static int startLine(List<Map<String, Object>> results, String rule) {
        return results.stream()
                .filter(result -> rule.equals(result.get("ruleId")))
                .map(result -> map(list(result.get("locations")).get(0).get("physicalLocation")))
                .map(place -> (Integer) map(place.get("region")).get("startLine"))
                .findFirst()
                .orElseThrow();
    }

    private static Set<Object> ids(List<Map<String, Object>> entries, String key) {
        return entries.stream().map(entry -> entry.get(key)).collect(Collectors.toSet());
    }

    private static String text(Object message) {
        return String.valueOf(map(message).get("text"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object value) {
        return (List<Map<String, Object>>) value;
    }

    @Test
    void planAndShowPrintWaivers() throws IOException {
        twoRevisions();

        String waiver = "allowed: drop-column: no release since 1.4 maps old";
        assertThat(onH2("plan").seen())
                .containsSubsequence("alter table shelf drop column old", waiver, "vacuum full shelf")
                .containsOnlyOnce("allowed: ");
        assertThat(onH2("show bb1").seen()).containsOnlyOnce(waiver);
        assertThat(onH2("show aa1").seen()).doesNotContain("allowed: ");
        String json = "\"waivers\":[{\"rule\":\"drop-column\",\"reason\":\"no release since 1.4 maps old\"}]";
        for (String command : List.of("plan --json", "show bb1 --json")) {
            assertThat(onH2(command).seen()).containsOnlyOnce(json);
        }
    }

    /** The same revision on an empty table and on one with rows. */
    @OnDatabases(POSTGRESQL)
    void aNewRevisionIsJudgedForTheRowsOfItsTables(TestDb db) throws Exception {
        write("ff1", "1a2b3c4d5e6f", """
                alter table product add column name varchar(255);
                alter table product add column old integer;""");
        assertThat(tool(ShopApplication.class, db, "upgrade heads")
                        .outcome()
                        .status()
                        .code())
                .isZero();
        String drop = "revision --message=drop --format=sql --rev-id=ff2 --drop=product.old";

        String empty = tool(ShopApplication.class, db, drop).seen();
        Files.delete(folder.resolve("ff2_drop.sql"));
        db.execute("insert into product (id) values (1)");
        String filled = tool(ShopApplication.class, db, drop).seen();
        Files.delete(folder.resolve("ff2_drop.sql"));
        String json = tool(ShopApplication.class, db, drop + " --json").seen();

        assertThat(empty).contains("- column product.old").doesNotContain("drop-column");
        assertThat(filled)
                .containsSubsequence(
                        "ff2_drop.sql, operation 1: - column product.old",
                        "[drop-column, error]",
                        "To accept it: ",
                        "Next: ");
        assertThat(json).contains("\"findings\":[{\"rule\":\"drop-column\",\"level\":\"error\",\"revision\":\"ff2\"");
    }

    /** A pending SQL revision, an applied one, and one whose file is committed. */
    @OnDatabases(POSTGRESQL)
    void fixRewritesOnlyPendingJavaFiles(TestDb db) throws Exception {
        write("ff1", "1a2b3c4d5e6f", "alter table product add column name varchar(255);");
        write("ff2", "ff1", "create index ix_name on product (name);");
        assertThat(tool(ShopApplication.class, db, "upgrade ff1")
                        .outcome()
                        .status()
                        .code())
                .isZero();
        db.execute(
                "insert into product (id, name) select i, i::text from generate_series(1, 20000) i", "analyze product");
        String before = Files.readString(folder.resolve("ff2.sql"));

        ToolInside.Answer pending = tool(ShopApplication.class, db, "lint --fix");
        assertThat(pending.outcome().status().code()).as(pending.seen()).isEqualTo(5);
        assertThat(pending.seen())
                .contains("Revision ff2 is not rewritten: it is an SQL file.", "[index-blocks-writes, error]")
                .doesNotContain("Rewrote");
        assertThat(Files.readString(folder.resolve("ff2.sql"))).isEqualTo(before);
        assertThat(tool(ShopApplication.class, db, "lint --fix --json").seen())
                .contains("\"rewritten\":[],\"notRewritten\":[\"Revision ff2 is not rewritten: ");
    }

    @Revision(id = "fix1")
    public static final class Rfix1_shelf implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.createTable("shelf", column("id", bigint()).notNull(), column("n", integer()), primaryKey("id"));
        }
    }

    @Revision(id = "fix2", parent = "fix1")
    public static final class Rfix2_index implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.createIndex("shelf", index("ix_shelf", "n"));
        }
    }

    @OnDatabases(POSTGRESQL)
    void fixRewritesTheFileOnceItIsConfirmed(TestDb db) throws Exception {
        List<RevisionSource> sources = List.of(JavaRevisions.of(Rfix1_shelf.class, Rfix2_index.class));
        Retort retort = Retort.on(db.dataSource(), sources);
        retort.upgrade("fix1");
        db.execute("insert into shelf select i, i from generate_series(1, 20000) i", "analyze shelf");
        SaferForms forms = retort.saferForms("heads", null, null).get(0);
        Path file = folder.resolve("fix2.java");
        String text = """
                @Revision(id = "fix2", parent = "fix1")
                public class Rfix2_index implements Migration {
                    public void upgrade(Operations op) {
                        op.createIndex("shelf", index("ix_shelf", "n")); // for the search
                    }
                }
                """;
        String fixed = text.replace("\"n\"))", "\"n\").concurrently())")
                .replace("\"fix1\")", "\"fix1\", transactional = false)");
        Files.writeString(file, text);
        GitRepository git = GitRepository.init(folder);
        git.commit();

        LintFix refused = new LintFix(location -> file, committed -> false, sentence -> {}, AdviceStyle.LIBRARY);
        assertThat(refused.rewrite(List.of(forms))).extracting(Finding::rule).containsExactly("index-blocks-writes");
        assertThat(refused.left()).singleElement().asString().contains("it is committed");
        assertThat(file).hasContent(text);

        LintFix confirmed = new LintFix(location -> file, committed -> true, sentence -> {}, AdviceStyle.LIBRARY);
        assertThat(confirmed.rewrite(List.of(forms))).isEmpty();
        assertThat(confirmed.rewritten()).containsExactly(file.toString());
        assertThat(Files.readString(file)).isEqualTo(fixed);

        retort.upgrade("head");
        SaferForms applied = retort.saferForms("heads", "fix1", null).get(0);
        Files.writeString(file, text);
        LintFix late = new LintFix(location -> file, committed -> true, sentence -> {}, AdviceStyle.LIBRARY);
        assertThat(late.rewrite(List.of(applied))).extracting(Finding::rule).containsExactly("index-blocks-writes");
        assertThat(late.left())
                .containsExactly("Revision fix2 is not rewritten: it is applied, and its checksum would change.");
        assertThat(file).hasContent(text);
    }

    /** A file that no commit contains needs no confirmation. */
    @OnDatabases(POSTGRESQL)
    void aNewFileNeedsNoConfirmation(TestDb db) throws Exception {
        Retort retort = Retort.on(db.dataSource(), List.of(JavaRevisions.of(Rfix1_shelf.class, Rfix2_index.class)));
        retort.upgrade("fix1");
        db.execute("insert into shelf select i, i from generate_series(1, 20000) i", "analyze shelf");
        GitRepository git = GitRepository.init(folder);
        Files.writeString(folder.resolve("other.txt"), "x");
        git.commit();
        Path file = folder.resolve("fix2.java");
        Files.writeString(
                file,
                "@Revision(id = \"fix2\") class R { void upgrade(Operations op) {\n"
                        + "op.createIndex(\"shelf\", index(\"ix_shelf\", \"n\"));\n} }\n");

        LintFix fix = new LintFix(
                location -> file,
                committed -> {
                    throw new AssertionError("not committed");
                },
                sentence -> {},
                AdviceStyle.LIBRARY);
        assertThat(fix.rewrite(retort.saferForms("heads", null, null))).isEmpty();
        assertThat(file).content().contains(".concurrently());", "transactional = false)");
    }
}
