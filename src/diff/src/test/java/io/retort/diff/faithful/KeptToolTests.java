package io.retort.diff.faithful;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.dialect.Dialect;
import io.retort.diff.author.Difference;
import io.retort.diff.author.ToolFilesResult;
import io.retort.diff.faithful.sandbox.ToolProject;
import io.retort.diff.faithful.sandbox.ToolProject.Tool;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.question.GivenAnswer;
import io.retort.diff.question.GivenAnswers;
import io.retort.diff.question.Verb;
import io.retort.error.AdviceStyle;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.operation.DataOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.TypeOperation;
import io.retort.schema.EnumType;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Scripts for Flyway and Liquibase with everything that their parsers could misread, next to scripts of people. */
@Tag("long")
class KeptToolTests {

    /** What a parser of scripts can take for something else. */
    private static final List<String> PIECES = List.of(
            "a",
            "${user.home}",
            "${",
            "}",
            "$",
            "$$",
            ";",
            "'",
            "\"",
            "`",
            "\\",
            "\\'",
            "--",
            "-- x",
            "/*",
            "*/",
            "#",
            "\n",
            "\ngo\n",
            "\n/\n",
            "\n;\n",
            "\n\n",
            "\n  b",
            "?",
            ":x",
            "{",
            "begin",
            " end;",
            "DELIMITER //",
            "//",
            "ü");

    @TempDir
    Path folder;

    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void noTextIsChangedOnItsWayThroughFlyway(TestDb db) throws Exception {
        noTextIsChanged(Tool.FLYWAY, db);
    }

    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void noTextIsChangedOnItsWayThroughLiquibase(TestDb db) throws Exception {
        noTextIsChanged(Tool.LIQUIBASE, db);
    }

    private void noTextIsChanged(Tool tool, TestDb db) throws Exception {
        Dialect dialect = Dialects.named(db.database().product());
        List<String> texts = texts(Boolean.getBoolean("retort.full") ? 400 : 60);
        ToolProject project = project(tool, db);
        try (Bootstrap hibernate = Bootstrap.like(db).entities(List.of(Note.class))) {
            project.write(hibernate.metadata(), "notes", operations -> operations);
            project.migrate();
            int applied = project.applied();
            List<Operation> inserts = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                String literal = dialect.literal(texts.get(i));
                inserts.add(new DataOperation.Execute(
                        "insert into note (id, body) values (" + i + ", " + literal + ")",
                        "delete from note where body = " + literal + " and id = " + i));
            }
            project.write(hibernate.metadata(), "rows", nothing -> inserts);
            project.migrate();
            assertThat(db.query("select body from note order by id")).isEqualTo(texts);

            project.undo(applied);
            assertThat(db.query("select body from note")).isEmpty();
        }
    }

    /** A line that looks like an instruction to the tool is refused before anything is written. */
    @OnDatabases(H2)
    void aLineThatIsAnInstructionIsRefused(TestDb db) throws Exception {
        for (String line : List.of("--rollback drop table note", "-- changeset a:b", "-- means: dropTable(\"note\")")) {
            for (Tool tool : Tool.values()) {
                ToolProject project = project(tool, db);
                Operation insert = new DataOperation.Execute("insert into note values (1, 'x\n" + line + "')", null);
                try (Bootstrap hibernate = Bootstrap.like(db).entities(List.of(Note.class))) {
                    assertThatThrownBy(() ->
                                    project.write(hibernate.metadata(), "bad " + line, operations -> List.of(insert)))
                            .isInstanceOf(RetortException.class)
                            .hasMessageContaining("would be read as an instruction of the file");
                }
                assertThat(project.texts()).doesNotContain("bad");
            }
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB})
    void aBodyWithSemicolonsIsOneStatement(TestDb db) throws Exception {
        String create = db.database() == MARIADB
                ? "create trigger tr_note before insert on note for each row begin"
                        + " set new.body = concat(new.body, ';'); set new.id = new.id + 1; end"
                : "create function twice(n int) returns int language plpgsql as $x$ begin n := n + n; return n; end $x$";
        String drop = db.database() == MARIADB ? "drop trigger tr_note" : "drop function twice";
        for (Tool tool : Tool.values()) {
            try (TestDb other = db.server().newDatabase();
                    Bootstrap hibernate = Bootstrap.like(db).entities(List.of(Note.class))) {
                ToolProject project = project(tool, other);
                project.write(hibernate.metadata(), "notes", operations -> operations);
                project.migrate();
                List<String> schema = project.schema();
                int applied = project.applied();
                project.write(
                        hibernate.metadata(), "body", nothing -> List.of(new DataOperation.Execute(create, drop)));
                project.migrate();
                assertThat(project.schema()).isNotEqualTo(schema);
                project.undo(applied);
                assertThat(project.schema()).isEqualTo(schema);
            }
        }
    }

    @OnDatabases(POSTGRESQL)
    void whatCannotRunInATransactionIsAlone(TestDb db) throws Exception {
        Index index = new Index("ix_note", List.of("body"));
        for (Tool tool : Tool.values()) {
            try (TestDb other = db.server().newDatabase();
                    Bootstrap hibernate = Bootstrap.like(db).entities(List.of(Note.class))) {
                ToolProject project = project(tool, other);
                project.write(hibernate.metadata(), "notes", operations -> operations);
                project.migrate();
                List<String> schema = project.schema();
                int applied = project.applied();
                ToolFilesResult result = project.write(
                        hibernate.metadata(),
                        "index",
                        nothing -> List.of(
                                insert(1),
                                new IndexOperation.Create(QualifiedName.parse("note"), index, true),
                                insert(2)));
                project.migrate();
                assertThat(project.applied() - applied).as(project.texts()).isEqualTo(3);
                assertThat(other.query("select id from note order by id")).containsExactly("1", "2");
                assertThat(other.query("select indexname from pg_indexes where indexname = 'ix_note'"))
                        .hasSize(1);
                if (tool == Tool.FLYWAY) {
                    assertThat(result.written().files())
                            .filteredOn(file -> file.toString().endsWith(".conf"))
                            .hasSize(2)
                            .allMatch(file -> file.toString().contains("_part_2"));
                }
                project.undo(applied);
                assertThat(project.schema()).isEqualTo(schema);
                assertThat(other.query("select id from note")).isEmpty();
            }
        }
    }

    private static Operation insert(int id) {
        return new DataOperation.Execute(
                "insert into note (id, body) values (" + id + ", 'x')", "delete from note where id = " + id);
    }

    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void whatPeopleWroteStays(TestDb db) throws Exception {
        for (Tool tool : Tool.values()) {
            try (TestDb other = db.server().newDatabase()) {
                ToolProject project = project(tool, other);
                String script = "create table note (id bigint not null primary key, body varchar(99) default 'x',"
                        + " old varchar(9));\ncreate index ix_people on note (body);\n"
                        + "create table report (id int not null primary key);\n"
                        + "insert into note (id, old) values (7, 'kept');\n";
                byHand(project, tool, script);
                project.migrate();
                try (Bootstrap first = Bootstrap.like(other).entities(List.of(Indexed.class));
                        Bootstrap second = Bootstrap.like(other).entities(List.of(Note.class))) {
                    Difference difference = project.compare(first.metadata());
                    assertThat(described(difference))
                            .anyMatch(line -> line.startsWith("~ column note.body varchar(99)"))
                            .anyMatch(line -> line.startsWith("- column note.old"))
                            .anyMatch(line -> line.startsWith("+ index ix_own"))
                            .hasSize(3);
                    assertThat(difference.notOurs())
                            .anyMatch(name -> name.contains("ix_people"))
                            .anyMatch(name -> name.equals("report"));
                    project.write(first.metadata(), "take over", operations -> operations);
                    project.migrate();
                    assertThat(described(project.compare(first.metadata()))).isEmpty();
                    assertThat(described(project.compare(second.metadata())))
                            .as("only the index that Retort created")
                            .hasSize(1)
                            .allMatch(line -> line.startsWith("- index ix_own"));
                    assertThat(other.query("select id from note")).containsExactly("7");
                }
            }
        }
    }

    private static void byHand(ToolProject project, Tool tool, String script) {
        if (tool == Tool.FLYWAY) {
            project.byHand("V1__by_hand.sql", script);
        } else {
            project.byHand("001-by-hand.sql", "--liquibase formatted sql\n--changeset bob:1\n" + script);
            project.byHand(
                    "db.changelog-master.yaml",
                    "databaseChangeLog:\n  - include:\n      file: db/changelog/001-by-hand.sql\n");
        }
    }

    @OnDatabases(H2)
    void newFilesFollowTheHabitsOfTheFolder(TestDb db) throws Exception {
        ToolProject project = project(Tool.LIQUIBASE, db);
        byHand(project, Tool.LIQUIBASE, "create table report (id int not null primary key);\n");
        project.migrate();
        try (Bootstrap hibernate = Bootstrap.like(db).entities(List.of(Note.class))) {
            ToolFilesResult result = project.write(hibernate.metadata(), "Add notes", operations -> operations);
            assertThat(result.written().files().get(0).getFileName()).hasToString("002-add-notes.sql");
            assertThat(Files.readString(project.scripts().resolve("002-add-notes.sql")))
                    .contains("--changeset bob:2\n");
            project.migrate();
            assertThat(described(project.compare(hibernate.metadata()))).isEmpty();
        }
    }

    @OnDatabases(H2)
    void aFolderThatIsIncludedGetsTheFileAsItsLast(TestDb db) throws Exception {
        ToolProject project = project(Tool.LIQUIBASE, db);
        project.byHand(
                "db.changelog-master.yaml", "databaseChangeLog:\n  - includeAll:\n      path: db/changelog/all/\n");
        Files.createDirectories(project.scripts().resolve("all"));
        project.byHand(
                "all/reports.sql",
                "--liquibase formatted sql\n--changeset bob:r\ncreate table report (id int not null primary key);\n");
        project.migrate();
        try (Bootstrap hibernate = Bootstrap.like(db).entities(List.of(Note.class))) {
            ToolFilesResult result = project.write(hibernate.metadata(), "Add notes", operations -> operations);
            assertThat(result.written().files())
                    .singleElement()
                    .asString()
                    .matches(".*reports_\\d{14}_add_notes\\.sql");
            project.migrate();
            assertThat(described(project.compare(hibernate.metadata()))).isEmpty();
        }
    }

    private static final String PEOPLE =
            "--liquibase formatted sql\n--changeset bob:%s\ncreate table %s (id int not null primary key);\n";

    @OnDatabases(H2)
    void theNewFileIsAfterTheFilesOfSubfolders(TestDb db) throws Exception {
        ToolProject project = project(Tool.LIQUIBASE, db);
        project.byHand("db.changelog-master.yaml", """
                databaseChangeLog:
                  - includeAll:
                      path: changes
                      relativeToChangelogFile: true
                """);
        Files.createDirectories(project.scripts().resolve("changes/v2"));
        project.byHand("changes/001-first.sql", PEOPLE.formatted("1", "first"));
        project.byHand("changes/v2/003-note.sql", PEOPLE.formatted("3", "note"));
        project.migrate();
        try (Bootstrap hibernate = Bootstrap.like(db).entities(List.of(Note.class))) {
            ToolFilesResult result = project.write(hibernate.metadata(), "Add body", operations -> operations);
            assertThat(result.written().files())
                    .extracting(file -> file.toString().replace('\\', '/'))
                    .containsExactly("db/changelog/changes/v2/004-add-body.sql");
        }
        runsOnAnEmptyDatabase(db, project.scripts().getParent().getParent());
    }

    /** The order of the files matters only if all of them run. */
    private static void runsOnAnEmptyDatabase(TestDb db, Path folder) throws Exception {
        try (TestDb empty = db.server().newDatabase();
                Bootstrap hibernate = Bootstrap.like(empty).entities(List.of(Note.class))) {
            ToolProject again = new ToolProject(Tool.LIQUIBASE, empty, folder);
            again.migrate();
            assertThat(described(again.compare(hibernate.metadata()))).isEmpty();
        }
    }

    /** A folder whose files do not all run is no place for a new file. */
    @OnDatabases(H2)
    void aFileThatIncludeAllLeavesOutGetsAnEntry(TestDb db) throws Exception {
        for (String attribute : List.of(
                "endsWithFilter: .xml",
                "endsWithFilter: first.sql",
                "maxDepth: 1",
                "contextFilter: test",
                "minDepth: 1")) {
            try (TestDb other = db.server().newDatabase();
                    Bootstrap hibernate = Bootstrap.like(other).entities(List.of(Note.class))) {
                ToolProject project = project(Tool.LIQUIBASE, other);
                Files.createDirectories(project.scripts().resolve("changes"));
                project.byHand("changes/first.sql", PEOPLE.formatted("1", "first"));
                project.byHand("changes/first.xml", EMPTY_CHANGELOG);
                project.byHand(
                        "db.changelog-master.yaml",
                        "databaseChangeLog:\n  - includeAll:\n      path: db/changelog/changes\n      " + attribute
                                + "\n");
                ToolFilesResult result = project.write(hibernate.metadata(), "Add notes", operations -> operations);
                assertThat(result.written().files()).as(attribute).hasSize(2);
                project.migrate();
                assertThat(described(project.compare(hibernate.metadata())))
                        .as(attribute)
                        .isEmpty();
                assertThat(project.write(hibernate.metadata(), "again", operations -> operations)
                                .written())
                        .isNull();
            }
        }
    }

    private static final String EMPTY_CHANGELOG = "<databaseChangeLog"
            + " xmlns=\"http://www.liquibase.org/xml/ns/dbchangelog\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            + " xsi:schemaLocation=\"http://www.liquibase.org/xml/ns/dbchangelog"
            + " http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd\"/>\n";

    @OnDatabases(H2)
    void aFileThatWouldRunTwiceIsRefused(TestDb db) throws Exception {
        ToolProject project = project(Tool.LIQUIBASE, db);
        project.byHand(
                "db.changelog-master.yaml",
                "databaseChangeLog:\n  - includeAll:\n      path: db/changelog\n      contextFilter: test\n");
        try (Bootstrap hibernate = Bootstrap.like(db).entities(List.of(Note.class))) {
            String before = project.texts();
            assertThatThrownBy(() -> project.write(hibernate.metadata(), "Add notes", operations -> operations))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("The new file could run twice");
            assertThat(project.texts()).isEqualTo(before);
        }
    }

    @OnDatabases(H2)
    void theFirstFileCreatesTheMainChangelog(TestDb db) throws Exception {
        for (String text : Stream.of(null, "", " \n", "databaseChangeLog: []\n").toList()) {
            try (TestDb other = db.server().newDatabase();
                    Bootstrap hibernate = Bootstrap.like(other).entities(List.of(Note.class))) {
                ToolProject project =
                        new ToolProject(Tool.LIQUIBASE, other, Files.createTempDirectory(folder, "empty"));
                if (text != null) {
                    project.byHand("db.changelog-master.yaml", text);
                }
                assertThat(project.isEmpty()).isTrue();
                ToolFilesResult result = project.write(hibernate.metadata(), "Add notes", operations -> operations);
                assertThat(result.written().files()).hasSize(2);
                assertThat(project.isEmpty()).isFalse();
                project.migrate();
                assertThat(described(project.compare(hibernate.metadata()))).isEmpty();
            }
        }
    }

    @OnDatabases(H2)
    void anEmptyFolderThatIsIncludedGetsTheFirstFile(TestDb db) throws Exception {
        ToolProject project = project(Tool.LIQUIBASE, db);
        project.byHand(
                "db.changelog-master.yaml", "databaseChangeLog:\n  - includeAll:\n      path: db/changelog/all/\n");
        Files.createDirectories(project.scripts().resolve("all"));
        assertThat(project.isEmpty()).isTrue();
        try (Bootstrap hibernate = Bootstrap.like(db).entities(List.of(Note.class))) {
            project.write(hibernate.metadata(), "Add notes", operations -> operations);
            assertThat(project.isEmpty()).isFalse();
            project.migrate();
            assertThat(described(project.compare(hibernate.metadata()))).isEmpty();
        }
    }

    @OnDatabases(H2)
    void aFileThatNoChangelogIncludesIsNotWrittenAgain(TestDb db) throws Exception {
        ToolProject project = project(Tool.LIQUIBASE, db);
        project.byHand("db.changelog-master.yaml", "--- # main\ndatabaseChangeLog:\n");
        try (Bootstrap hibernate = Bootstrap.like(db).entities(List.of(Note.class))) {
            ToolFilesResult result = project.write(hibernate.metadata(), "Add notes", operations -> operations);
            String entry = "- include: {file: \"db/changelog/add_notes.sql\"}";
            assertThat(result.describe(AdviceStyle.LIBRARY))
                    .last()
                    .asString()
                    .startsWith("Next: add this to the end of db/changelog/db.changelog-master.yaml: " + entry);

            String before = project.texts();
            assertThat(project.unused())
                    .singleElement()
                    .asString()
                    .contains("Retort wrote db/changelog/add_notes.sql, but no changelog includes it.", entry);
            assertThatThrownBy(() -> project.write(hibernate.metadata(), "Again", operations -> operations))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("Retort wrote db/changelog/add_notes.sql, but no changelog includes it.")
                    .hasMessageContaining(entry);
            assertThat(project.texts()).isEqualTo(before);

            project.byHand("db.changelog-master.yaml", "--- # main\ndatabaseChangeLog:\n  " + entry + "\n");
            assertThat(project.unused()).isEmpty();
            project.migrate();
            assertThat(described(project.compare(hibernate.metadata()))).isEmpty();
        }
    }

    /** A script without a version, and nothing that people wrote. */
    @OnDatabases(H2)
    void aScriptThatFlywayDoesNotRunIsNamed(TestDb db) throws Exception {
        ToolProject project = project(Tool.FLYWAY, db);
        project.byHand("notes.sql", "select 1;\n");
        try (Bootstrap hibernate = Bootstrap.like(db).entities(List.of(Note.class))) {
            project.write(hibernate.metadata(), "Add notes", operations -> operations);
            assertThat(project.unused()).isEmpty();

            Files.move(
                    project.scripts().resolve("V1__add_notes.sql"),
                    project.scripts().resolve("v1_add_notes.sql"));
            assertThat(project.unused())
                    .containsExactly(
                            "Retort wrote db/migration/v1_add_notes.sql, but Flyway does not run it: the name of a"
                                    + " script is V<version>__<description>.sql. Rename or delete the file.");
        }
    }

    /** The reverse creates the type again, and fails if a row has the value. */
    @OnDatabases(POSTGRESQL)
    void theReverseOfAnEnumValueSaysWhenItFails(TestDb db) throws Exception {
        ToolProject project = project(Tool.FLYWAY, db);
        try (Bootstrap hibernate = Bootstrap.like(db).entities(List.of(Note.class))) {
            project.write(hibernate.metadata(), "notes", operations -> operations);
            project.migrate();
            db.execute("create type mood as enum ('HAPPY')", "create table person (id int, mood mood)");
            List<String> schema = project.schema();
            int applied = project.applied();
            EnumType before = new EnumType(QualifiedName.parse("mood"), List.of("HAPPY"));
            EnumType after = new EnumType(QualifiedName.parse("mood"), List.of("HAPPY", "SO-SO"));
            project.write(
                    hibernate.metadata(),
                    "moods",
                    nothing -> List.of(new TypeOperation.Alter(
                            before,
                            after,
                            List.of(new TypeOperation.Use(
                                    QualifiedName.parse("person"),
                                    new io.retort.schema.Column("mood", SqlType.other("mood")))))));
            project.migrate();
            String undo = Files.readString(project.scripts().resolve("U2__moods.sql"));
            assertThat(undo)
                    .startsWith(
                            "-- Reverts V2__moods.sql.\n-- An enum type cannot lose a value, so mood is created again"
                                    + " without SO-SO. This fails if a row still contains such a value.\n\nalter type");
            assertThat(Files.readString(project.scripts().resolve("U1__notes.sql")))
                    .startsWith("-- Reverts V1__notes.sql.\n\n");
            db.execute("insert into person values (1, 'SO-SO')");
            assertThatThrownBy(() -> project.undo(applied)).hasMessageContaining("SO-SO");
            db.execute("delete from person");
            project.undo(applied);
            assertThat(project.schema()).isEqualTo(schema);
        }
    }

    /** A history is neither dropped nor renamed, whatever its name is. */
    @OnDatabases(H2)
    void noAnswerDropsAHistory(TestDb db) throws Exception {
        db.execute("create table my_history (id bigint not null primary key, body varchar(200))");
        db.execute("create table report (id int not null primary key)");
        List<QualifiedName> histories = List.of(QualifiedName.parse("my_history"));
        for (Tool tool : Tool.values()) {
            ToolProject project = project(tool, db);
            byHand(project, tool, "create table by_hand_" + tool.name() + " (id int not null primary key);\n");
            project.baseline();
        }
        try (Bootstrap hibernate = Bootstrap.like(db).entities(List.of(Note.class))) {
            ToolProject project = project(Tool.FLYWAY, db);
            for (String name : List.of(
                    "flyway_schema_history",
                    "FLYWAY_SCHEMA_HISTORY",
                    "databasechangelog",
                    "databasechangeloglock",
                    "my_history")) {
                assertThatThrownBy(() -> project.compare(hibernate.metadata(), dropping(name), histories))
                        .as(name)
                        .isInstanceOf(RetortException.class)
                        .hasMessageContaining(" is the history of a migration tool. Retort does not change it.");
            }
            assertThatThrownBy(() -> project.compare(hibernate.metadata(), dropping("reprot"), histories))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("did you mean report?")
                    .hasMessageNotContaining("history")
                    .hasMessageNotContaining("databasechangelog");
            assertThat(described(project.compare(hibernate.metadata(), dropping("report"), histories)))
                    .as("no rename of my_history is offered")
                    .anyMatch(line -> line.startsWith("+ table note"))
                    .anyMatch(line -> line.startsWith("- table report"))
                    .hasSize(2);
        }
    }

    private static GivenAnswers dropping(String name) {
        return new GivenAnswers(GivenAnswer.read(Verb.DROP, name));
    }

    private ToolProject project(Tool tool, TestDb db) throws Exception {
        ToolProject project = new ToolProject(tool, db, Files.createTempDirectory(folder, tool.name()));
        project.byHand(
                tool == Tool.FLYWAY ? "README.md" : "db.changelog-master.yaml",
                tool == Tool.FLYWAY ? "The scripts of this application.\n" : "databaseChangeLog:\n");
        return project;
    }

    private static List<String> described(Difference difference) {
        return difference.operations().stream().map(Operation::describe).toList();
    }

    /** Without lines that are refused, and without the carriage returns that files do not keep. */
    private static List<String> texts(int count) {
        Random random = new Random(20261130);
        return Stream.generate(() -> text(random))
                .filter(text -> text.lines().noneMatch(line -> line.strip().startsWith("-- x")))
                .limit(count)
                .toList();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(6);
        for (int i = 0; i < length; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    @Entity
    @Table(name = "note")
    static class Note {
        @Id
        long id;

        @Column(length = 200)
        String body;
    }

    @Entity
    @Table(name = "note", indexes = @jakarta.persistence.Index(name = "ix_own", columnList = "body, id"))
    static class Indexed {
        @Id
        long id;

        @Column(length = 200)
        String body;
    }
}
