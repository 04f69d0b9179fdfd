package io.retort.boot.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The git repository of a folder. Every command only reads. */
final class Git {

    private static final int SECONDS = 30;

    private final Path folder;

    /** @param folder a folder of the repository */
    Git(Path folder) {
        this.folder = folder;
    }

    /**
     * A version of a file.
     *
     * @param commit the commit
     * @param path the path in the repository
     */
    record Version(String commit, String path) {

        /** Returns the path and the beginning of the commit, for messages. */
        String describe() {
            return path + " in commit " + commit.substring(0, Math.min(10, commit.length()));
        }
    }

    /** Returns whether git is installed and the folder belongs to a repository. */
    boolean isPresent() {
        return run("rev-parse", "--git-dir").isPresent();
    }

    /** Returns whether the program git can be run. */
    boolean isInstalled() {
        return run("--version").isPresent();
    }

    /** Returns whether the repository lacks a part of its commits. */
    boolean isShallow() {
        return run("rev-parse", "--is-shallow-repository").orElse("").strip().equals("true");
    }

    /** Returns what a clone lacks, and how to fetch it; empty if it has all branches of its origin with all commits. */
    Optional<PartialClone> partialClone() {
        if (isShallow()) {
            return Optional.of(PartialClone.SHALLOW);
        }
        return run("config", "--get-all", "remote.origin.fetch")
                .filter(branches -> branches.contains(":") && !branches.contains("*"))
                .map(branches -> PartialClone.ONE_BRANCH);
    }

    /** Returns the versions, on all branches, of the files whose name contains a text, newest first. */
    List<Version> versions(String inName) {
        String found = run(
                        "log",
                        "-z",
                        "--all",
                        "--format=commit %H",
                        "--diff-filter=AMR",
                        "--name-only",
                        "--",
                        ":(top,glob)**/*" + inName + "*")
                .orElse("");
        List<Version> versions = new ArrayList<>();
        String commit = "";
        for (String part : found.split("\0")) {
            String entry = part.startsWith("\n") ? part.substring(1) : part;
            if (entry.startsWith("commit ")) {
                commit = entry.substring("commit ".length());
            } else if (entry.endsWith(".java") || entry.endsWith(".sql")) {
                versions.add(new Version(commit, entry));
            }
        }
        return versions;
    }

    /** Returns the root folder of the repository; empty without git. */
    Optional<Path> root() {
        return run("rev-parse", "--show-toplevel").map(String::strip).map(Path::of);
    }

    /** Returns the hash of a commit; empty if git does not know it. */
    Optional<String> commit(String name) {
        return name.isBlank() || name.startsWith("-")
                ? Optional.empty()
                : run("rev-parse", "--verify", "--quiet", name + "^{commit}").map(String::strip);
    }

    /** Returns the newest commit that both the present one and the given one contain; empty if git does not know one. */
    Optional<String> mergeBase(String commit) {
        return run("merge-base", "HEAD", commit).map(String::strip);
    }

    /** Returns the paths, in the repository, of all files of a commit. */
    Set<String> files(String commit) {
        return paths(
                run("ls-tree", "-r", "-z", "--name-only", "--full-tree", commit).orElse(""));
    }

    /** Returns the content of a version. */
    Optional<String> content(Version version) {
        return run("show", version.commit() + ":" + version.path());
    }

    /**
     * Returns the oldest commit before the present one that added a file of this name; empty if no commit did.
     *
     * @param name the name of the file without its folder, which can have changed
     */
    Optional<String> added(String name) {
        return run("log", "--no-renames", "--format=%H", "--diff-filter=A", "--", ":(top,glob)**/" + name)
                .flatMap(commits -> commits.lines().reduce((newer, older) -> older));
    }

    /**
     * Returns the paths, in the repository, of the files that differ between a commit and the working tree, including files
     * that no commit contains; empty if git fails.
     */
    Optional<Set<String>> changedSince(String commit) {
        return run("diff", "--no-renames", "--name-only", "-z", commit, "--", ":/")
                .flatMap(tracked -> run("ls-files", "-z", "--full-name", "--others", "--exclude-standard", "--", ":/")
                        .map(others -> paths(tracked + others)));
    }

    /**
     * Returns the paths, relative to the folder, of the files in it whose content is not that of the present commit,
     * including files that git ignores.
     */
    Set<String> uncommitted() {
        String changed = run("diff", "--no-renames", "--name-only", "--relative", "-z", "HEAD", "--", ".")
                .or(() -> run("ls-files", "-z", "--cached", "--", "."))
                .orElse("");
        return paths(changed + run("ls-files", "-z", "--others", "--", ".").orElse(""));
    }

    /** Returns the paths, in the repository, of all files of the working tree that git does not ignore. */
    Set<String> files() {
        return paths(run("ls-files", "-z", "--full-name", "--cached", "--others", "--exclude-standard", "--", ":/")
                .orElse(""));
    }

    private static Set<String> paths(String ended) {
        return ended.isEmpty() ? Set.of() : Stream.of(ended.split("\0")).collect(Collectors.toSet());
    }

    /** Returns a branch that contains a commit, by the name that {@code git switch} accepts. */
    Optional<String> branch(String commit) {
        return branch(commit, "refs/heads", 2).or(() -> branch(commit, "refs/remotes", 3));
    }

    private Optional<String> branch(String commit, String place, int parts) {
        return run("for-each-ref", "--contains", commit, "--format=%(refname:lstrip=" + parts + ")", place)
                .flatMap(names ->
                        names.lines().filter(name -> !name.equals("HEAD")).findFirst());
    }

    /** Returns the user's name as configured; empty without git. */
    Optional<String> userName() {
        return run("config", "user.name").map(String::strip).filter(name -> !name.isEmpty());
    }

    private Optional<String> run(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("git", "-C", folder.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? Optional.of(text)
                    : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
