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
import org.junit.jupiter.api.io.TempDir;

/** A developer works on two branches with one database. */
class SwitchStory {

    private static final String ACCOUNT = "src/main/java/com/example/ledger/Account.java";

    @TempDir
    Path folder;

    @OnDatabases(POSTGRESQL)
    void theDatabaseFollowsTheBranch(TestDb db) throws Exception {
        StoryProject project = StoryProject.copy("ledger", folder, db);
        project.write(".gitignore", "target/\n");
        GitRepository repository = GitRepository.init(project.folder());
        succeeds(project.mvn("migrate:revision", "-Dmessage=create ledger"));
        succeeds(project.mvn("migrate:upgrade"));
        repository.commit();
        db.execute("insert into account (iban, kind) values ('DE00', 'PRIVATE'), ('DE01', 'PRIVATE')");

        repository.create("feature");
        project.edit(
                ACCOUNT, "    private LocalDate opened;", "    private LocalDate opened;\n\n    private String note;");
        succeeds(project.mvn("migrate:dev", "-Dmessage=add note"));
        repository.commit();
        db.execute("update account set note = 'gone' where iban = 'DE00'");
        repository.switchTo("main");

        Result plan = succeeds(project.mvn("migrate:switch", "-Dplan"));
        assertThat(plan.output())
                .containsPattern("Deleted target/classes/db/revisions/R[0-9a-f]{12}_add_note.class")
                .contains("1 revision to revert. Nothing is executed.", "(add note)")
                .contains("lost: column account.note, 1 of 2 rows have a value");
        Result unconfirmed = project.mvn("migrate:switch");
        assertThat(unconfirmed.exitCode()).isEqualTo(1);
        assertThat(unconfirmed.output()).contains("mvn migrate:switch -Dyes");
        assertThat(notes(db)).containsExactly("gone", "null");

        succeeds(project.mvn("migrate:switch", "-Dyes"));
        assertThat(columns(db)).isEmpty();
        assertThat(db.query("select iban from account order by iban")).containsExactly("DE00", "DE01");
        assertThat(succeeds(project.mvn("migrate:check")).output()).contains("Entities and database agree.");

        backAndThereWithTheFileInGit(project, db);
    }

    /** Without the stored downgrade, the revision is read from the other branch. */
    private static void backAndThereWithTheFileInGit(StoryProject project, TestDb db) throws Exception {
        new GitRepository(project.folder()).switchTo("feature");
        succeeds(project.mvn("migrate:switch"));
        assertThat(columns(db)).containsExactly("note");
        db.execute("update retort_revision set undo = null");
        new GitRepository(project.folder()).switchTo("main");

        succeeds(project.mvn("migrate:switch", "-Dyes"));

        assertThat(columns(db)).isEmpty();
        assertThat(db.query("select iban from account order by iban")).containsExactly("DE00", "DE01");
    }

    private static List<String> notes(TestDb db) throws SQLException {
        return db.query("select note from account order by iban");
    }

    private static List<String> columns(TestDb db) throws SQLException {
        return db.query("select column_name from information_schema.columns where table_name = 'account'"
                + " and column_name = 'note'");
    }

    private static Result succeeds(Result result) {
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result;
    }
}
