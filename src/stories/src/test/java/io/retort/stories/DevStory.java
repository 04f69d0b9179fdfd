package io.retort.stories;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.stories.MavenBuild.Result;
import io.retort.testkit.GitRepository;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

/** A developer's day with one goal: each change of an entity becomes a revision that is applied at once. */
class DevStory {

    private static final String ACCOUNT = "src/main/java/com/example/ledger/Account.java";
    private static final String FIELD = "    private LocalDate opened;";

    @TempDir
    Path folder;

    /** Spring Boot's default without a URL: each process has an empty database, in which the history runs first. */
    @OnDatabases(H2)
    void anInMemoryDatabaseRunsTheHistoryFirst(TestDb db) {
        StoryProject project = StoryProject.copy("ledger", folder, db);
        project.write("src/main/resources/application.properties", "spring.application.name=ledger\n");

        succeeds(project.mvn("migrate:dev"));
        project.edit(ACCOUNT, FIELD, FIELD + "\n\n    private String note;");
        Result second = succeeds(project.mvn("migrate:dev"));

        assertThat(second.output())
                .contains("1 of 1  + ", "+ column account.note varchar(255)", "Entities and database agree.")
                .contains("add_note_to_account.java");
        assertThat(project.revisions()).hasSize(2);
    }

    @OnDatabases(POSTGRESQL)
    void oneGoalForEachChange(TestDb db) throws Exception {
        StoryProject project = StoryProject.copy("ledger", folder, db);
        GitRepository repository = GitRepository.init(project.folder());

        Result first = succeeds(project.mvn("migrate:dev"));
        assertThat(first.output())
                .contains("+ table account", "create table account", "Entities and database agree.")
                .contains("or undo this with mvn migrate:dev -Dundo.");
        assertThat(project.revisions()).hasSize(1);
        assertThat(project.revisions().get(0).getFileName().toString()).contains("create_account");
        db.execute("insert into account (iban, kind) values ('DE00', 'PRIVATE')");
        repository.commit();

        rowsStay(project, db);
        theLastRevisionIsUndone(project, db);
        aQuestionIsAskedBeforeAnythingIsWritten(project, db);
    }

    private static void rowsStay(StoryProject project, TestDb db) throws SQLException {
        project.edit(ACCOUNT, FIELD, FIELD + "\n\n    private String note;");
        Result second = succeeds(project.mvn("migrate:dev", "-Dmessage=remember"));
        assertThat(second.output())
                .contains("+ column account.note varchar(255)", "alter table account add column note varchar(255);")
                .contains("Upgraded ", "Entities and database agree.");
        assertThat(project.revisions()).hasSize(2);
        assertThat(db.query("select iban, note from account")).containsExactly("DE00|null");

        assertThat(succeeds(project.mvn("migrate:dev", "migrate:check")).output())
                .contains("Nothing to do: entities and database agree.")
                .contains("Entities and database agree.");
        assertThat(project.revisions()).hasSize(2);
    }

    private static void theLastRevisionIsUndone(StoryProject project, TestDb db) throws Exception {
        db.execute("update account set note = 'kept'");
        Result asked = project.mvn("migrate:dev", "-Dundo");
        assertThat(asked.exitCode()).isNotZero();
        assertThat(asked.output()).contains("lost: column account.note, 1 of 1 row has a value", "exit 3");
        assertThat(db.query("select iban, note from account")).containsExactly("DE00|kept");

        Result undone = succeeds(project.mvn("migrate:dev", "-Dundo", "-Dyes"));
        assertThat(undone.output()).contains("Downgraded ", "Deleted src/main/java/db/revisions/R", "_remember.java.");
        assertThat(project.revisions()).hasSize(1);
        assertThat(db.query("select * from account"))
                .hasSize(1)
                .allSatisfy(row -> assertThat(row).contains("DE00"));

        Result again = succeeds(project.mvn("migrate:dev", "-Dformat=sql"));
        assertThat(again.output()).contains("src/main/resources/db/revisions/", "_add_note_to_account.sql");
        assertThat(db.query("select iban, note from account")).containsExactly("DE00|null");
        new GitRepository(project.folder()).commit();
        assertThat(succeeds(project.mvn("migrate:dev", "-Dundo", "-Djson")).output())
                .containsPattern(
                        "\\{\"retort\":1,\"exit\":0,\"revision\":\"[0-9a-f]+\",\"reverted\":true,\"deleted\":false");
        assertThat(succeeds(project.mvn("migrate:upgrade", "migrate:dev", "-Dundo"))
                        .output())
                .contains("Downgraded ", "Kept ", "it is in a commit, so that other databases may have run it.");
        assertThat(succeeds(project.mvn("migrate:dev")).output())
                .contains("Upgraded ", "Nothing to do: entities and database agree.");
    }

    private static void aQuestionIsAskedBeforeAnythingIsWritten(StoryProject project, TestDb db) throws SQLException {
        project.edit(ACCOUNT, "\n\n    private String note;", "");
        db.execute("update account set note = 'kept'");
        Result asked = project.mvn("migrate:dev");
        assertThat(asked.exitCode()).isNotZero();
        assertThat(asked.output()).contains("account.note", "-Ddrop=account.note", "exit 3");
        assertThat(db.query("select iban, note from account")).containsExactly("DE00|kept");

        assertThat(succeeds(project.mvn("migrate:dev", "-Ddrop=account.note")).output())
                .contains("- column account.note", "Entities and database agree.");
    }

    private static Result succeeds(Result result) {
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result;
    }
}
