package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.dialect.Dialect;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.History;
import io.retort.internal.prepare.StepPreparation;
import io.retort.operation.Statement;
import io.retort.revision.Direction;
import io.retort.revision.Plan.Step;
import io.retort.run.AppliedRevision;
import io.retort.run.AppliedRevision.AppliedState;
import io.retort.run.PreparedStep;
import io.retort.source.RevisionCode;
import io.retort.testkit.GitRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Revisions of other branches, read from a real git repository. */
@Tag("long")
class GitRevisionsTests {

    private static final Dialect H2 = Dialects.named("h2");

    @TempDir
    Path folder;

    @Test
    void withoutARepositoryNothingIsFound() {
        assertThat(revisions(folder).find(row(null))).isEmpty();
    }

    @Test
    void aJavaRevisionOfAnotherBranchIsReadWithoutCompilingIt() throws Exception {
        onAnotherBranch("Rff1_note.java", java("""
                                op.createTable("tag", column("id", bigint())); // "not a string
                                op.execute(""\"
                                        create view "v" as
                                        select 1""\", "drop view" + " \\"v\\"");
                        """));

        RevisionCode found = revisions(folder).find(row(null)).orElseThrow();

        assertThat(statements(found, Direction.UP))
                .containsExactly("create table tag (\n    id bigint\n)", "create view \"v\" as\nselect 1");
        assertThat(statements(found, Direction.DOWN)).containsExactly("drop view \"v\"", "drop table tag");
    }

    @Test
    void anSqlRevisionIsReadToo() throws Exception {
        onAnotherBranch(
                "ff1_note.sql",
                "-- revision: ff1\n-- upgrade\ncreate table ${name} (id int);\n-- downgrade\ndrop table ${name};\n");

        RevisionCode found = revisions(folder).find(row(null)).orElseThrow();

        assertThat(statements(found, Direction.DOWN)).containsExactly("drop table tag");
    }

    /** Git puts such names into quotes unless they are separated by NUL characters. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aNameWithABackslashOrAQuoteIsFound() throws Exception {
        onAnotherBranch(
                "ff1_a\\b \"c\".sql",
                "-- revision: ff1\n-- upgrade\ncreate table ${name} (id int);\n-- downgrade\ndrop table ${name};\n");

        RevisionCode found = revisions(folder).find(row(null)).orElseThrow();

        assertThat(statements(found, Direction.DOWN)).containsExactly("drop table tag");
    }

    @Test
    void onlyTheVersionThatRanIsUsed() throws Exception {
        String ran = java("op.createTable(\"tag\", column(\"id\", bigint()));");
        onAnotherBranch("Rff1_note.java", ran);
        String checksum = step(revisions(folder).find(row(null)).orElseThrow(), Direction.UP)
                .checksum();
        new GitRepository(folder).switchTo("feature");
        Files.writeString(folder.resolve("Rff1_note.java"), ran.replace("tag", "label"));
        new GitRepository(folder).commit();
        new GitRepository(folder).switchTo("main");

        assertThat(statements(revisions(folder).find(row(checksum)).orElseThrow(), Direction.DOWN))
                .containsExactly("drop table tag");
        assertThatThrownBy(() -> revisions(folder).find(row("3:other")))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("no version of Rff1_note.java in git is the one that ran")
                .hasMessageContaining("git switch feature");
    }

    @Test
    void javaCodeIsNotRun() throws Exception {
        onAnotherBranch("Rff1_note.java", java("op.work(\"fill\", connection -> System.exit(1), connection -> {});"));

        assertThatThrownBy(() -> revisions(folder).find(row(null)))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("Revision ff1 (note) cannot be reverted on this branch")
                .hasMessageContaining("Rff1_note.java in commit ")
                .hasMessageContaining("cannot be read without compiling it: Line ")
                .hasMessageContaining("git switch feature")
                .hasMessageContaining("the command `downgrade aa1`");
    }

    @Test
    void anIrreversibleRevisionIsNamedSo() throws Exception {
        String text = java("op.dropTable(\"tag\");");
        int end = text.lastIndexOf('}');
        onAnotherBranch(
                "Rff1_note.java",
                text.substring(0, end)
                        + "\n    @Override public void downgrade(Operations op) {\n"
                        + "        throw new RetortException(\"This revision cannot be reverted.\", \"Restore it.\");\n    }\n}\n");

        assertThatThrownBy(() -> revisions(folder).find(row(null)))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("throws an exception: the method is irreversible or has Java code.")
                .hasMessageNotContaining("without op");
    }

    @Test
    void aShallowCloneIsNamed() throws Exception {
        onAnotherBranch("Rff1_note.java", java("op.createTable(\"tag\", column(\"id\", bigint()));"));
        Path clone = folder.resolve("clone");
        new GitRepository(folder)
                .git("clone", "--quiet", "--depth=1", folder.toUri().toString(), clone.toString());

        assertThatThrownBy(() -> revisions(clone).find(row(null)))
                .hasMessageContaining("The repository is a shallow clone, which lacks older commits and other branches")
                .hasMessageContaining("git remote set-branches origin '*' and git fetch --unshallow");
        new GitRepository(clone).git("remote", "set-branches", "origin", "*");
        new GitRepository(clone).git("fetch", "--quiet", "--unshallow");
        assertThat(statements(revisions(clone).find(row(null)).orElseThrow(), Direction.DOWN))
                .containsExactly("drop table tag");
    }

    @Test
    void aCloneOfOneBranchIsNamed() throws Exception {
        onAnotherBranch("Rff1_note.java", java("op.createTable(\"tag\", column(\"id\", bigint()));"));
        Path clone = folder.resolve("clone");
        new GitRepository(folder).git("clone", "--quiet", "--single-branch", folder.toString(), clone.toString());

        assertThatThrownBy(() -> revisions(clone).find(row(null)))
                .hasMessageContaining("The repository is a clone of one branch, which lacks the other branches")
                .hasMessageContaining("git remote set-branches origin '*' and git fetch, then");
        new GitRepository(clone).git("remote", "set-branches", "origin", "*");
        new GitRepository(clone).git("fetch", "--quiet");
        assertThat(statements(revisions(clone).find(row(null)).orElseThrow(), Direction.DOWN))
                .containsExactly("drop table tag");
        assertThatThrownBy(() -> revisions(clone).find(row("3:other")))
                .as("a name that git switch accepts")
                .hasMessageContaining("git switch feature.");
    }

    @Test
    void theFileOfADeletedBranchCanBeRestored() throws Exception {
        onAnotherBranch("Rff1_note.java", java("op.createTable(\"tag\", column(\"id\", bigint()));"));
        String commit = new Git(folder).commit("feature").orElseThrow().strip();
        new GitRepository(folder).git("branch", "--quiet", "-D", "feature");

        assertThatThrownBy(() -> revisions(folder).find(row(null)))
                .hasMessageContaining("no branch of the git repository has a file with its id")
                .hasMessageContaining("git reflog")
                .hasMessageContaining("git branch <branch> <commit>")
                .hasMessageContaining("another clone")
                .hasMessageContaining("the command `downgrade aa1`")
                .hasMessageNotContaining("git switch");
        new GitRepository(folder).git("branch", "again", commit);
        assertThat(statements(revisions(folder).find(row(null)).orElseThrow(), Direction.DOWN))
                .containsExactly("drop table tag");
    }

    @Test
    void aCommitThatOnlyATagHasIsNamed() throws Exception {
        onAnotherBranch("Rff1_note.java", java("op.createTable(\"tag\", column(\"id\", bigint()));"));
        String commit = new Git(folder).commit("feature").orElseThrow().strip();
        new GitRepository(folder).git("tag", "old", "feature");
        new GitRepository(folder).git("branch", "--quiet", "-D", "feature");

        assertThatThrownBy(() -> revisions(folder).find(row("3:other")))
                .hasMessageContaining("git switch --detach " + commit + ".");
    }

    @Test
    void aFileOfAnotherRevisionDoesNotCount() throws Exception {
        onAnotherBranch("Rff10_note.java", java("op.dropTable(\"tag\");").replace("\"ff1\"", "\"ff10\""));

        assertThatThrownBy(() -> revisions(folder).find(row(null)))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("ff1 (note)")
                .hasMessageContaining("no branch of the git repository has a file with its id");
    }

    private void onAnotherBranch(String file, String text) throws Exception {
        GitRepository.init(folder);
        Files.writeString(folder.resolve("README"), "x");
        new GitRepository(folder).commit();
        new GitRepository(folder).create("feature");
        Files.writeString(folder.resolve(file), text);
        new GitRepository(folder).commit();
        new GitRepository(folder).switchTo("main");
    }

    private static String java(String upgrade) {
        return """
                package db.revisions;

                import static io.retort.migration.Definitions.*;

                /** It's a {note}. */
                @Revision(id = "ff1", parent = "aa1", message = "note")
                public class Rff1_note implements Migration {

                    @Override
                    public void upgrade(Operations op) {
                        %s
                    }
                }
                """.formatted(upgrade);
    }

    private static AppliedRevision row(@Nullable String checksum) {
        return new AppliedRevision(
                "ff1", List.of("aa1"), "note", checksum, AppliedState.APPLIED, 0, null, null, null, Duration.ZERO);
    }

    private static GitRevisions revisions(Path folder) {
        return new GitRevisions(new Git(folder), Map.of("name", "tag"), () -> H2);
    }

    private static PreparedStep step(RevisionCode code, Direction direction) {
        StepPreparation preparation = new StepPreparation(History.of(List.of(() -> List.of(code))), H2);
        return preparation.prepare(new Step(code.info(), direction));
    }

    private static List<String> statements(RevisionCode code, Direction direction) {
        return step(code, direction).operations().stream()
                .flatMap(operation -> operation.statements().stream())
                .map(statement -> ((Statement.Sql) statement).text())
                .toList();
    }
}
