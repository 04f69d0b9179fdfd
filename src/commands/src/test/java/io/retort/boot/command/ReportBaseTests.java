package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.testkit.GitRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** The base of a report in clones that lack commits. */
class ReportBaseTests {

    @TempDir
    Path folder;

    @BeforeEach
    void twoBranches() throws Exception {
        GitRepository repository = GitRepository.init(folder);
        Files.writeString(folder.resolve("README"), "x");
        repository.commit();
        repository.git("branch", "feature");
    }

    @Test
    void aShallowCloneIsNamed() throws Exception {
        Path clone = clone("--depth=1");

        assertThatThrownBy(() -> base(clone))
                .hasMessageContaining("a shallow clone, which lacks older commits and other branches")
                .hasMessageContaining("git remote set-branches origin '*' and git fetch --unshallow");
    }

    @Test
    void aCloneOfOneBranchIsNamed() throws Exception {
        Path clone = clone("--single-branch");

        assertThatThrownBy(() -> base(clone))
                .hasMessageContaining("a clone of one branch, which lacks the other branches")
                .hasMessageContaining("git remote set-branches origin '*' and git fetch, then");
    }

    @Test
    void aWholeCloneAdvisesToFetch() throws Exception {
        Path clone = clone("--no-tags");

        assertThatThrownBy(() -> base(clone)).hasMessageContaining("Fetch it, for example with git fetch origin");
    }

    private Path clone(String option) throws Exception {
        Path clone = folder.resolve("clone");
        new GitRepository(folder).git("clone", "--quiet", option, folder.toUri().toString(), clone.toString());
        return clone;
    }

    private static void base(Path clone) {
        ReportBase.of(
                "origin/absent",
                List.of(),
                null,
                new MockEnvironment().withProperty("retort.sources", clone.toString()));
    }
}
