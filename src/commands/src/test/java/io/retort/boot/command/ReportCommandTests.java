package io.retort.boot.command;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.foreignKey;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.autoconfigure.shop.ShopApplication;
import io.retort.boot.command.story.StoryApplication;
import io.retort.dialect.Dialect;
import io.retort.error.ExitStatus;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.History;
import io.retort.internal.prepare.LossVisitor;
import io.retort.internal.prepare.LostData;
import io.retort.internal.state.HistorySchema;
import io.retort.operation.DataOperation;
import io.retort.revision.RevisionInfo;
import io.retort.schema.Constraint.Action;
import io.retort.source.RevisionCode;
import io.retort.testkit.GitRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.json.JsonParserFactory;

/** Reports of real applications in real git repositories. */
class ReportCommandTests {

    private static final String REVISION =
            "java/io/retort/boot/autoconfigure/revisions/R1a2b3c4d5e6f_create_product.java";

    @TempDir
    Path folder;

    private GitRepository git;

    @BeforeEach
    void repository() throws Exception {
        Files.createDirectories(folder.resolve("java"));
        Files.writeString(folder.resolve("README.md"), "A shop.");
        GitRepository.init(folder);
        git = new GitRepository(folder);
        git.commit();
    }

    @Test
    void aNewRevisionIsShownWithItsStatementsDowngradeAndDifferences() throws Exception {
        copyRevision("");
        String seen = shop("report --base=HEAD --output=" + out()).seen();

        Map<String, Object> report = report();
        assertThat(violations(report)).isEmpty();
        assertThat(seen).contains("1 revision changed. Look at this before you merge:", "report.html");
        assertThat(map(report, "verdict")).containsEntry("outcome", "attention");
        Map<String, Object> change =
                map(list(map(report, "changes"), "revisions").get(0));
        assertThat(change).containsEntry("revision", "1a2b3c4d5e6f");
        Map<String, Object> lost = lost("dropped-table", "product", null, null, "table product");
        lost.put("created", "1a2b3c4d5e6f");
        assertThat(list(change, "lost").get(0)).isEqualTo(lost);
        assertThat(map(report, "verdict").toString())
                .as("a table of this branch has no rows in a database of the base")
                .doesNotContain("deletes or overwrites data");
        assertThat(change.toString()).contains("create table product", "drop table product");
        assertThat(list(map(report, "differences"), "differences").toString()).contains("column product.name");
        assertThat(list(map(report, "plan"), "plan")).hasSize(1);
        assertThat(map(list(report, "tables").get(0)).toString()).contains("since=1a2b3c4d5e6f");
        assertThat(Files.readString(out().resolve("report.html")))
                .contains("create table product", "<h2>Lint findings</h2>", "class=\"ga\"")
                .doesNotContain("th:text");
        assertThat(Files.readString(out().resolve("report.md")))
                .contains("`1a2b3c4d5e6f create product`", "`table product`");
    }

    @Test
    void aRevisionOfTheBaseIsNoChange() throws Exception {
        copyRevision("");
        git.commit();
        shop("report --base=HEAD --offline --output=" + out());

        Map<String, Object> report = report();
        assertThat(violations(report)).isEmpty();
        assertThat(list(map(report, "changes"), "revisions")).isEmpty();
        assertThat(map(report, "plan")).containsKey("missing");
        assertThat(map(report, "changes").get("missing")).isEqualTo("This branch changes no revision.");
    }

    @Test
    void anEditedRevisionOfTheBaseBlocks() throws Exception {
        copyRevision("// first\n");
        git.commit();
        copyRevision("// second\n");
        shop("report --base=HEAD --offline --output=" + out());

        assertThat(map(report(), "verdict")).containsEntry("outcome", "blocked");
        assertThat(report().toString()).contains("The base has this revision with another text.");
    }

    @Test
    void aRevisionThatOnlyTheBaseHasIsNamed() throws Exception {
        copyRevision("");
        Path other = folder.resolve(REVISION).resolveSibling("R2b3c4d5e6f7a_add_price.java");
        Files.writeString(other, "class R2b3c4d5e6f7a_add_price {}");
        git.commit();
        Files.delete(other);
        shop("report --base=HEAD --offline --output=" + out());

        assertThat(list(map(report(), "changes"), "notes").toString())
                .contains("R2b3c4d5e6f7a_add_price.java", "This branch deletes the file")
                .doesNotContain("Merge the base");
        assertThat(map(report(), "verdict").toString()).contains("This branch deletes 1 revision of the base.");
    }

    /** Git keeps no folder without files, so the folder is gone too. */
    @Test
    void theLastFileOfALocationThatIsDeletedIsNamed() throws Exception {
        copyRevision("");
        Path only = folder.resolve("resources/db/revisions/dd000001_seed.sql");
        Files.createDirectories(only.getParent());
        Files.writeString(only, "-- revision: dd000001\n-- upgrade\n-- downgrade\n");
        git.commit();
        Files.delete(only);
        Files.delete(only.getParent());
        shop("report --base=HEAD --offline --output=" + out());

        assertThat(list(map(report(), "changes"), "notes").toString())
                .contains("This branch deletes the file resources/db/revisions/dd000001_seed.sql");
        assertThat(map(report(), "verdict")).containsEntry("outcome", "attention");
    }

    @Test
    void aRevisionThatTheBaseGotLaterIsToBeMerged() throws Exception {
        copyRevision("");
        git.commit();
        git.create("theirs");
        Path later = folder.resolve(REVISION).resolveSibling("R2b3c4d5e6f7a_add_price.java");
        Files.writeString(later, "class R2b3c4d5e6f7a_add_price {}");
        git.commit();
        git.switchTo("main");
        shop("report --base=theirs --offline --output=" + out());

        assertThat(list(map(report(), "changes"), "notes").toString())
                .contains("R2b3c4d5e6f7a_add_price.java. Merge the base into this branch.")
                .doesNotContain("deletes");
        assertThat(Files.readString(out().resolve("report.md"))).contains("\n\n`Compared with theirs (");
    }

    @Test
    void aMovedRevisionIsNotNew() throws Exception {
        moveRevision(text -> text);
        shop("report --base=HEAD --offline --output=" + out());

        assertThat(list(map(report(), "changes"), "revisions")).isEmpty();
    }

    /** Databases that have not run the revision yet would run the edited one. */
    @Test
    void aMovedRevisionThatWasEditedBlocks() throws Exception {
        moveRevision(text -> text.replace("bigint()", "integer()"));
        shop("report --base=HEAD --offline --output=" + out());

        assertThat(map(report(), "verdict")).containsEntry("outcome", "blocked");
        assertThat(report().toString()).contains("The base has this revision with another text.");
    }

    /** Commits the revision in another package and with another class name, and then has it where the application does. */
    private void moveRevision(UnaryOperator<String> before) throws Exception {
        copyRevision("");
        Path now = folder.resolve(REVISION);
        Path old = folder.resolve("old/R1a2b3c4d5e6f_new_product.java");
        Files.createDirectories(old.getParent());
        String text = before.apply(Files.readString(now))
                .replace("R1a2b3c4d5e6f_create_product", "R1a2b3c4d5e6f_new_product")
                .replaceFirst("package [^;]*;", "package old;");
        Files.writeString(old, text);
        Files.delete(now);
        git.commit();
        Files.delete(old);
        copyRevision("");
    }

    @Test
    void aBaseWithoutRepositoryIsAMistake(@TempDir Path elsewhere) throws Exception {
        copyRevision("");
        Files.move(folder.resolve(".git"), elsewhere.resolve("git"));
        ToolInside.Answer answer = shop("report --base=main --offline --output=" + out());

        assertThat(answer.outcome().status()).isEqualTo(ExitStatus.USAGE);
        assertThat(answer.seen())
                .contains("The project is not in a git repository, so it cannot be compared with main.");
        assertThat(out()).doesNotExist();
    }

    @Test
    void anUnknownBaseIsAMistakeAndWritesNothing() {
        for (String name : List.of("nowhere", "--all", "-h")) {
            ToolInside.Answer answer = shop("report --base=" + name + " --offline --output=" + out());

            assertThat(answer.outcome().status()).isEqualTo(ExitStatus.USAGE);
            assertThat(answer.seen()).contains("Git does not know the commit " + name);
        }
        assertThat(out()).doesNotExist();
    }

    @Test
    void severalHeadsAndUndeclaredSqlAreReported() throws Exception {
        ToolInside story = new ToolInside(StoryApplication.class, properties("classpath:story"));
        assertThat(story.run("report --offline --products=h2,postgresql --output=" + out())
                        .outcome()
                        .status())
                .isEqualTo(ExitStatus.OK);

        Map<String, Object> report = report();
        assertThat(violations(report)).isEmpty();
        assertThat(map(report, "verdict")).containsEntry("outcome", "blocked");
        assertThat(list(report, "history")).hasSize(5);
        assertThat(map(report, "base").get("sentence")).isEqualTo("No base is given, so no revision is new.");
    }

    /** The list of what a downgrade deletes must not read as complete if statements of it are not judged. */
    @Test
    void whatADowngradeLosesIsNamedWithItsKind() throws Exception {
        Path revision = folder.resolve("resources/db/revisions/dd000001_three.sql");
        Files.createDirectories(revision.getParent());
        Files.writeString(revision, """
                -- revision: dd000001
                -- message: three
                -- upgrade
                create table three (id bigint not null primary key);
                -- downgrade
                drop table three;
                delete from plain;
                call tidy_up();
                """);
        new ToolInside(ShopApplication.class, properties("file:" + revision.getParent()))
                .run("report --base=HEAD --offline --output=" + out());

        Map<String, Object> report = report();
        assertThat(violations(report)).isEmpty();
        Map<String, Object> change =
                map(list(map(report, "changes"), "revisions").get(0));
        assertThat(list(change, "lost"))
                .isEqualTo(List.of(
                        lost("dropped-table", "three", null, null, "table three"),
                        lost("deleted-rows", "plain", null, null, "rows of table plain"),
                        lost(
                                "not-judged",
                                null,
                                null,
                                "sql call tidy_up()",
                                "an effect that is not known: sql call tidy_up()")));
        assertThat(map(report, "verdict").toString())
                .contains("Reverting revision dd000001 deletes or overwrites data")
                .contains("Reverting revision dd000001 runs SQL or Java code that is not judged");
        for (String file : List.of("report.md", "report.html")) {
            assertThat(Files.readString(out().resolve(file)))
                    .contains("rows of table plain", "The downgrade runs what is not judged and can delete more: ");
        }
    }

    private static Map<String, Object> lost(
            String kind, @Nullable String table, @Nullable String column, @Nullable String statement, String text) {
        Map<String, Object> lost = new LinkedHashMap<>();
        lost.put("kind", kind);
        lost.put("table", table);
        lost.put("column", column);
        lost.put("statement", statement);
        lost.put("text", text);
        lost.put("created", null);
        return lost;
    }

    /** Deleted rows take referencing rows with them, or leave their references without a value. */
    @Test
    void foreignKeysDeleteAndOverwriteToo() {
        RevisionCode tables = new RevisionCode(
                new RevisionInfo("a1", List.of(), List.of(), List.of(), "tables", null, true, "A1"), () -> op -> {
                    op.createTable("owner", column("id", bigint()).notNull(), primaryKey("id"));
                    op.createTable(
                            "pet",
                            column("id", bigint()).notNull(),
                            column("owner_id", bigint()),
                            primaryKey("id"),
                            foreignKey("fk_pet", "owner_id")
                                    .references("owner", "id")
                                    .onDelete(Action.CASCADE));
                    op.createTable(
                            "visit",
                            column("pet_id", bigint()),
                            foreignKey("fk_visit", "pet_id")
                                    .references("pet", "id")
                                    .onDelete(Action.SET_NULL));
                    op.createTable(
                            "bill",
                            column("owner_id", bigint()),
                            foreignKey("fk_bill", "owner_id").references("owner", "id"));
                });
        Dialect dialect = Dialects.named("postgresql");
        HistorySchema schema = HistorySchema.of(History.of(List.of(() -> List.of(tables))), dialect);
        List<LostData> deleted = LossVisitor.of(
                        List.of(new DataOperation.Execute("delete from owner where id = 1", "")), List.of(), dialect)
                .lost();

        assertThat(new ReportLosses(schema, dialect.identifiers()).json(deleted))
                .isEqualTo(List.of(
                        lost("deleted-rows", "owner", null, null, "rows of table owner"),
                        lost("deleted-rows", "pet", null, null, "rows of table pet"),
                        lost("changed-values", "visit", "pet_id", null, "values of column visit.pet_id")));
    }

    @Test
    void theSameStateIsTheSameReport() throws Exception {
        copyRevision("");
        shop("report --base=HEAD --offline --output=" + out());
        String first = Files.readString(out().resolve("report.html"));
        shop("report --base=HEAD --offline --output=" + out());

        assertThat(Files.readString(out().resolve("report.html"))).isEqualTo(first);
    }

    @Test
    void jsonNamesTheOutcomeAndTheFiles() throws Exception {
        String seen = shop("report --offline --json --output=" + out()).seen();

        assertThat(JsonParserFactory.getJsonParser().parseMap(seen))
                .containsEntry("outcome", "attention")
                .containsEntry(
                        "files",
                        List.of(
                                out().resolve("report.json").toString(),
                                out().resolve("report.html").toString(),
                                out().resolve("report.md").toString()));
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(shop("report --offline --output=" + file).seen())
                .contains("Cannot write the report to " + file)
                .contains("-Doutput=");
    }

    @Test
    void aFolderInThePlaceOfAFileIsNamedAndNothingIsWritten() throws Exception {
        for (String name : List.of("report.json", "report.html", "report.md")) {
            Path out = folder.resolve("in the way of " + name);
            Path inTheWay = Files.createDirectories(out.resolve(name));

            ToolInside.Answer answer = shop("report --offline --output=\"" + out + '"');

            assertThat(answer.outcome().status()).isEqualTo(ExitStatus.USAGE);
            assertThat(answer.seen()).contains("Cannot write the report to " + inTheWay + ": it is a folder.");
            assertThat(out).isDirectoryNotContaining(path -> !path.equals(inTheWay));
        }
    }

    @Test
    void noFolderIsLeftIfTheFirstFileCannotBeWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(shop("report --offline --output=" + file + "/below/it").seen())
                .contains("Cannot write the report to " + file + "/below/it: " + file + " is not a folder.");
        assertThat(file).hasContent("");
    }

    @Test
    void aFormerReportIsReplaced() throws Exception {
        Files.createDirectories(out());
        Files.writeString(out().resolve("report.md"), "former");
        shop("report --offline --output=" + out());

        assertThat(Files.readString(out().resolve("report.md"))).startsWith("## Migration report");
        try (Stream<Path> files = Files.list(out())) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("report.json", "report.html", "report.md");
        }
    }

    @Test
    void anEmptyBaseIsAMistakeAndSaysWhatABaseIs() {
        ToolInside.Answer answer = shop("report --base= --offline --output=" + out());

        assertThat(answer.outcome().status()).isEqualTo(ExitStatus.USAGE);
        assertThat(answer.seen()).contains("The option base has no value.").contains("-Dbase=origin/main");
        assertThat(out()).doesNotExist();
    }

    @Test
    void anApplicationWithoutRevisionsHasAReport() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("resources/db/revisions"));

        ToolInside.Answer answer =
                new ToolInside(ShopApplication.class, properties("file:" + empty)).run("report --output=" + out());

        Map<String, Object> report = report();
        assertThat(answer.outcome().status()).as(answer.seen()).isEqualTo(ExitStatus.OK);
        assertThat(violations(report)).isEmpty();
        assertThat(list(report, "history")).isEmpty();
        assertThat(map(report, "differences").toString()).contains("table product");
        assertThat(Files.readString(out().resolve("report.html"))).contains("There is no revision yet.");
        assertThat(Files.readString(out().resolve("report.md"))).contains("table product");
    }

    /** The validator finds what the schema forbids. */
    @Test
    void theSchemaRefusesAnotherShape() throws Exception {
        shop("report --offline --output=" + out());
        Map<String, Object> report = new LinkedHashMap<>(report());
        report.remove("history");
        report.put("more", "text");
        report.put("report", 2);

        assertThat(violations(report)).containsExactlyInAnyOrder("$ lacks history", "$ has more", "$.report is not 1");
    }

    private void copyRevision(String before) throws IOException {
        Path copy = folder.resolve(REVISION);
        Files.createDirectories(copy.getParent());
        Files.writeString(
                copy,
                before
                        + Files.readString(
                                Path.of(
                                        "../testapps/src/main/java/io/retort/boot/autoconfigure/revisions/R1a2b3c4d5e6f_create_product.java")));
    }

    private Path out() {
        return folder.resolve("out");
    }

    private ToolInside.Answer shop(String command) {
        return new ToolInside(
                        ShopApplication.class,
                        properties("io.retort.boot.autoconfigure.revisions,classpath:db/revisions"))
                .run(command);
    }

    private Map<String, Object> properties(String locations) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.datasource.url", "jdbc:h2:mem:" + folder.getFileName());
        properties.put("spring.datasource.username", "sa");
        properties.put("retort.interactive", "false");
        properties.put("retort.locations", locations);
        properties.put("retort.sources", folder.resolve("java").toString());
        properties.put("retort.resources", folder.resolve("resources").toString());
        return properties;
    }

    private Map<String, Object> report() throws IOException {
        return JsonParserFactory.getJsonParser().parseMap(Files.readString(out().resolve("report.json")));
    }

    private static List<String> violations(Map<String, Object> report) throws IOException {
        return new JsonSchema(JsonParserFactory.getJsonParser()
                        .parseMap(Files.readString(Path.of("../../docs/report.schema.json"))))
                .violations(report);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static Map<String, Object> map(Map<String, Object> json, String name) {
        return map(json.get(name));
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> json, String name) {
        return (List<Object>) json.get(name);
    }
}
