package io.retort.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A git repository of a test. Every method fails with git's output if git does.
 *
 * @param folder the working tree
 */
public record GitRepository(Path folder) {

    /** Creates a repository with the branch {@code main} and without a commit. */
    public static GitRepository init(Path folder) throws IOException, InterruptedException {
        GitRepository repository = new GitRepository(folder);
        repository.git("init", "--quiet", "--initial-branch=main");
        return repository;
    }

    /** Commits every file of the working tree. */
    public void commit() throws IOException, InterruptedException {
        git("add", "--all");
        commitStaged();
    }

    /** Commits what was added. */
    public void commitStaged() throws IOException, InterruptedException {
        git("-c", "user.name=Ada", "-c", "user.email=ada@example.com", "commit", "--quiet", "--message=x");
    }

    /** Creates a branch from the current commit and switches to it. */
    public void create(String branch) throws IOException, InterruptedException {
        git("switch", "--quiet", "--create", branch);
    }

    /** Switches to a branch. */
    public void switchTo(String branch) throws IOException, InterruptedException {
        git("switch", "--quiet", branch);
    }

    /** Runs git in the working tree. */
    public void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join(" ", command) + ": " + output);
        }
    }
}
