package io.retort.boot.command;

import io.retort.dialect.Dialect;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.declaration.JavaRevisionText;
import io.retort.internal.history.History;
import io.retort.internal.history.SqlRevisions;
import io.retort.internal.prepare.StepPreparation;
import io.retort.migration.Migration;
import io.retort.revision.Direction;
import io.retort.revision.Plan.Step;
import io.retort.revision.RevisionInfo;
import io.retort.run.AppliedRevision;
import io.retort.source.RevisionCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds revisions in the git repository of the application that are on other branches. A Java revision is read without
 * compiling it. Thread-safe.
 */
final class GitRevisions {

    private static final int MOST = 50;

    private final Git git;
    private final Map<String, String> placeholders;
    private final Supplier<Dialect> dialect;
    private final Map<String, Optional<RevisionCode>> found = new HashMap<>();

    /**
     * @param git the repository
     * @param placeholders the values of placeholders in SQL files
     * @param dialect supplies the dialect of the database
     */
    GitRevisions(Git git, Map<String, String> placeholders, Supplier<Dialect> dialect) {
        this.git = git;
        this.placeholders = placeholders;
        this.dialect = dialect;
    }

    /**
     * Finds the revision of a row.
     *
     * @return empty without a repository
     * @throws RetortException if the repository does not have the text that ran, or if it cannot be read
     */
    synchronized Optional<RevisionCode> find(AppliedRevision row) {
        Optional<RevisionCode> known = found.get(row.id());
        if (known == null) {
            known = git.isPresent() && isPlain(row.id()) ? Optional.of(search(row)) : Optional.empty();
            found.put(row.id(), known);
        }
        return known;
    }

    /** Only an id without wildcards can be part of a path pattern. */
    private static boolean isPlain(String id) {
        return id.matches("[\\w-]+");
    }

    private RevisionCode search(AppliedRevision row) {
        RetortException unreadable = null;
        List<Git.Version> versions = git.versions(row.id());
        List<Git.Version> others = new ArrayList<>();
        for (Git.Version version : versions.subList(0, Math.min(MOST, versions.size()))) {
            try {
                Optional<RevisionCode> code = git.content(version).flatMap(text -> code(row, version, text));
                if (code.isPresent() && isWhatRan(row, code.get())) {
                    return code.get();
                }
                code.ifPresent(edited -> others.add(version));
            } catch (RetortException e) {
                unreadable = unreadable == null ? unreadable(row, version, e) : unreadable;
            }
        }
        throw unreadable == null ? missing(row, others) : unreadable;
    }

    private Optional<RevisionCode> code(AppliedRevision row, Git.Version version, String text) {
        return version.path().endsWith(".java") ? java(row, version, text) : sql(row, version, text);
    }

    private static Optional<RevisionCode> java(AppliedRevision row, Git.Version version, String text) {
        JavaRevisionText java = new JavaRevisionText(text, version.describe());
        if (!java.declares(row.id())) {
            return Optional.empty();
        }
        Migration migration = java.migration();
        return Optional.of(new RevisionCode(info(row, java.transactional(), version), () -> migration));
    }

    private Optional<RevisionCode> sql(AppliedRevision row, Git.Version version, String text) {
        RevisionCode file = SqlRevisions.parse(text, version.path(), placeholders);
        return file.info().id().equals(row.id())
                ? Optional.of(new RevisionCode(info(row, file.info().transactional(), version), file.migration()))
                : Optional.empty();
    }

    private static RevisionInfo info(AppliedRevision row, boolean transactional, Git.Version version) {
        return new RevisionInfo(
                row.id(), List.of(), List.of(), List.of(), row.message(), null, transactional, version.describe());
    }

    /** Without a checksum, the newest version is the best that there is. */
    private boolean isWhatRan(AppliedRevision row, RevisionCode code) {
        StepPreparation preparation = new StepPreparation(History.of(List.of(() -> List.of(code))), dialect.get());
        preparation.prepare(new Step(code.info(), Direction.DOWN));
        String checksum =
                preparation.prepare(new Step(code.info(), Direction.UP)).checksum();
        return row.checksum() == null || row.checksum().equals(checksum);
    }

    private RetortException unreadable(AppliedRevision row, Git.Version version, RetortException reason) {
        return new RetortException(
                "Revision " + row.describe() + " cannot be reverted on this branch: its downgrade is not stored, and "
                        + version.describe() + " cannot be read without compiling it: " + reason.what(),
                switchTo(row, version),
                reason);
    }

    /** @param versions those of the file of the revision; the name of another file can contain its id, too */
    private RetortException missing(AppliedRevision row, List<Git.Version> versions) {
        Optional<PartialClone> clone = versions.isEmpty() ? git.partialClone() : Optional.empty();
        String why = versions.isEmpty()
                ? "no branch of the git repository has a file with its id"
                        + clone.map(partial -> ". " + partial.sentence()).orElse("")
                : "no version of " + versions.get(0).path() + " in git is the one that ran";
        return new RetortException(
                "Revision " + row.describe() + " cannot be reverted on this branch: its downgrade is not stored, and "
                        + why + ". Nothing was run.",
                versions.isEmpty()
                        ? clone.map(PartialClone::advice).orElseGet(() -> restore(row))
                        : switchTo(row, versions.get(0)));
    }

    /** No branch has the file: only a commit that no branch contains, another clone or a release can have it. */
    private static Advice restore(AppliedRevision row) {
        return Advice.of(
                "Restore the file: if its branch was deleted, find the commit with git reflog and type"
                        + " git branch <branch> <commit>, or fetch the branch from another clone. Then run this again."
                        + " Or revert the revision with a release of the application that contains it: ",
                Advice.command("downgrade", Advice.target(below(row))),
                ".");
    }

    private Advice switchTo(AppliedRevision row, Git.Version version) {
        String place = git.branch(version.commit()).orElseGet(() -> "--detach " + version.commit());
        return Advice.of(
                "Switch to the branch that has it: git switch " + place + ". Revert it there: ",
                Advice.command("downgrade", Advice.target(below(row))),
                ". Then switch back and run this again.");
    }

    private static String below(AppliedRevision row) {
        return row.parents().isEmpty()
                ? "base"
                : row.parents().size() == 1 ? row.parents().get(0) : row.id() + "-1";
    }
}
