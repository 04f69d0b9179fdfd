package io.retort.stories;

import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.stories.MavenBuild.Result;
import io.retort.testkit.GitRepository;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.json.JsonParserFactory;

/** A branch adds a column and an index to a table with rows. Its reviewer looks at the report, the blame and the graph. */
class ReportStory {

    private static final String ACCOUNT = "src/main/java/com/example/ledger/Account.java";

    @TempDir
    Path folder;

    @OnDatabases(POSTGRESQL)
    void theReportOfABranch(TestDb db) throws Exception {
        StoryProject project = StoryProject.copy("ledger", folder, db);
        project.write(".gitignore", "target/\n");
        GitRepository repository = GitRepository.init(project.folder());
        succeeds(project.mvn("migrate:dev", "-Dmessage=create ledger"));
        repository.commit();
        db.execute("insert into account (iban, kind) values ('DE00', 'PRIVATE'), ('DE01', 'PRIVATE')");
        repository.create("feature");
        project.edit(
                ACCOUNT, "    private LocalDate opened;", "    private LocalDate opened;\n\n    private String note;");
        succeeds(project.mvn("migrate:revision", "-Dmessage=add note"));
        project.edit(
                ACCOUNT,
                "indexes = @Index(name = \"ix_account_opened\", columnList = \"opened\")",
                "indexes = {@Index(name = \"ix_account_opened\", columnList = \"opened\"),"
                        + " @Index(name = \"ix_account_note\", columnList = \"note\")}");
        succeeds(project.mvn("migrate:revision", "-Dmessage=find accounts by note"));
        String index = project.folder().relativize(newest(project)).toString();
        project.edit(index, ".concurrently()", "");
        repository.commit();

        withTheDatabase(project, db);
        withoutADatabase(project);
        blameAndGraph(project);
    }

    private static void withTheDatabase(StoryProject project, TestDb db) throws SQLException {
        succeeds(project.mvn("migrate:report", "-Dbase=main"));

        Map<String, Object> report = report(project, "target/retort");
        assertThat(map(report, "base").get("sentence").toString()).startsWith("Compared with main (");
        assertThat(list(map(report, "changes"), "revisions"))
                .extracting(change -> change.get("message"))
                .containsExactly("add note", "find accounts by note");
        Map<String, Object> added = list(map(report, "changes"), "revisions").get(0);
        assertThat(list(added, "lost"))
                .singleElement()
                .satisfies(lost -> assertThat(lost)
                        .as("the branch creates the column that its downgrade drops")
                        .containsEntry("text", "column account.note")
                        .containsEntry("created", added.get("revision")));
        assertThat(map(report, "lint").get("sizes").toString()).startsWith("Judged with the sizes of ");
        assertThat(list(map(report, "plan"), "plan"))
                .extracting(Object::toString)
                .satisfiesExactly(
                        first -> assertThat(first).contains("alter table account add column note"),
                        second -> assertThat(second).contains("create index ix_account_note"));
        assertThat(project.read("target/retort/report.html"))
                .contains("add note", "create index ix_account_note", "<svg")
                .doesNotContain("th:text");
        assertThat(project.read("target/retort/report.md"))
                .contains("### Plan", "create index ix_account_note", "```mermaid", "find accounts by note (new)");
        assertThat(db.query("select iban from account order by iban")).containsExactly("DE00", "DE01");
        assertThat(db.query("select column_name from information_schema.columns where column_name = 'note'"))
                .as("the report changes nothing")
                .isEmpty();
    }

    /** Without a database, each table counts as big, and on a big table the index would block writes. */
    private static void withoutADatabase(StoryProject project) {
        Result result = succeeds(project.mvn(
                "migrate:report",
                "-Dbase=main",
                "-Doffline",
                "-Ddatabase=postgresql:17",
                "-Doutput=target/offline",
                "-Dspring.datasource.url=jdbc:postgresql://localhost:1/none"));
        assertThat(result.output()).contains("2 revisions changed. Correct this before you merge:");

        Map<String, Object> report = report(project, "target/offline");
        assertThat(map(report, "verdict")).containsEntry("outcome", "blocked");
        assertThat(list(map(report, "lint"), "findings"))
                .extracting(finding -> finding.get("rule"))
                .contains("index-blocks-writes");
        assertThat(map(report, "plan").get("missing").toString()).contains("the option offline");
        assertThat(Stream.of("html", "md").map(kind -> project.read("target/offline/report." + kind)))
                .allSatisfy(text -> assertThat(text).contains("index-blocks-writes"));
    }

    private static void blameAndGraph(StoryProject project) {
        assertThat(succeeds(project.mvn("migrate:blame", "-Dtarget=account.note"))
                        .output())
                .containsPattern("column account\\.note +varchar\\(255\\)")
                .containsPattern("created by [0-9a-f]{12} \\(add note\\)");
        assertThat(succeeds(project.mvn("migrate:history", "-Dmermaid")).talk())
                .startsWith("flowchart BT")
                .anySatisfy(line -> assertThat(line).matches(" +r1\\[\"[0-9a-f]{12} create ledger\"]"))
                .contains("  r1 --> r2", "  r2 --> r3");
    }

    private static Path newest(StoryProject project) {
        return project.revisions().stream()
                .filter(file -> file.toString().contains("find_accounts_by_note"))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> report(StoryProject project, String folder) {
        return JsonParserFactory.getJsonParser().parseMap(project.read(folder + "/report.json"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> json, String name) {
        return (Map<String, Object>) json.get(name);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> json, String name) {
        return (List<Map<String, Object>>) json.get(name);
    }

    private static Result succeeds(Result result) {
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result;
    }
}
