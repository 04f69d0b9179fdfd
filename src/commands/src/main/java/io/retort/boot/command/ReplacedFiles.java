package io.retort.boot.command;

import io.retort.Retort;
import io.retort.RetortOptions.AheadPolicy;
import io.retort.Status;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.history.History;
import io.retort.revision.RevisionInfo;
import io.retort.run.AppliedRevision;
import io.retort.source.RevisionCode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Deletes the files of the revisions that squashes replace. A database that has some of them can then be upgraded only with
 * an older release, so it asks before.
 */
final class ReplacedFiles {

    /** The number of files that the output lists. */
    private static final int LISTED = 20;

    private final ToolContext context;

    /**
     * @param context the command's context
     */
    ReplacedFiles(ToolContext context) {
        this.context = context;
    }

    CommandOutcome delete() {
        RevisionFiles files = RevisionFiles.of(context);
        Map<RevisionInfo, List<RevisionInfo>> replaced = replaced();
        if (replaced.isEmpty()) {
            throw new RetortException(
                    "There is no file to delete: no squash replaces a revision that has a file.",
                    Advice.of("Write a squash first: ", Advice.command("squash")),
                    ExitStatus.USAGE);
        }
        refuseUncommitted(replaced, files);
        replaced.forEach((squash, revisions) -> say(squash, revisions, files));
        context.say(
                "A database that has some of these revisions, but not all of them, can no longer be upgraded by this"
                        + " version of the application.");
        context.say(seen(replaced));
        if (!Confirmation.request(context, Advice.command("squash", Advice.option("finish"), Advice.option("yes")))) {
            json(replaced, false);
            return new CommandOutcome(
                    ExitStatus.NEEDS_ANSWER,
                    Advice.of("the deletion of files is not confirmed: ", Advice.option("yes"), " confirms it")
                            .in(context.style()));
        }
        int deleted = 0;
        for (List<RevisionInfo> revisions : replaced.values()) {
            for (RevisionInfo revision : revisions) {
                deleted += remove(files.source(revision.location()), files) ? 1 : 0;
            }
        }
        json(replaced, true);
        context.say("Deleted " + CommandFormats.count(deleted, "file") + ".");
        return CommandOutcome.ok();
    }

    /** The squashes that apply, each with the replaced revisions that have a file. */
    private Map<RevisionInfo, List<RevisionInfo>> replaced() {
        List<RevisionInfo> declared = History.read(context.retort().sources()).declared().stream()
                .map(RevisionCode::info)
                .toList();
        Map<RevisionInfo, List<RevisionInfo>> replaced = new LinkedHashMap<>();
        for (RevisionInfo squash : context.retort().graph().all()) {
            Set<String> ids = new HashSet<>(squash.replacedIds());
            List<RevisionInfo> found = declared.stream()
                    .filter(revision -> ids.contains(revision.id()))
                    .toList();
            if (!found.isEmpty()) {
                replaced.put(squash, found);
            }
        }
        return replaced;
    }

    /** Only a commit brings a deleted file back, and only a committed squash reaches the other databases. */
    private static void refuseUncommitted(Map<RevisionInfo, List<RevisionInfo>> replaced, RevisionFiles files) {
        Map<Path, List<Path>> folders = replaced.entrySet().stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.getKey()), entry.getValue().stream()))
                .map(revision -> files.source(revision.location()))
                .filter(Files::exists)
                .collect(Collectors.groupingBy(
                        file -> Objects.requireNonNull(file.toAbsolutePath().getParent()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<String> uncommitted = new ArrayList<>();
        folders.forEach((folder, all) -> {
            Set<String> changed = new Git(folder).uncommitted();
            all.stream()
                    .filter(file -> changed.contains(String.valueOf(file.getFileName())))
                    .forEach(file -> uncommitted.add(System.lineSeparator() + "  " + shown(file)));
        });
        if (!uncommitted.isEmpty()) {
            throw new RetortException(
                    "No file is deleted, because git does not have the present content of these files in the last commit:"
                            + String.join("", uncommitted),
                    "Commit them, the squash and the revisions that it replaces. Then run this again: a commit brings a"
                            + " deleted file back.");
        }
    }

    private void say(RevisionInfo squash, List<RevisionInfo> revisions, RevisionFiles files) {
        context.say("The squash " + squash.describe() + " replaces "
                + CommandFormats.count(revisions.size(), "revision") + " with a file:");
        revisions.stream()
                .limit(LISTED)
                .forEach(revision -> context.say("  - " + shown(files.source(revision.location()))));
        if (revisions.size() > LISTED) {
            context.say("  and " + (revisions.size() - LISTED) + " more");
        }
    }

    /** Which of the revisions the connected database has. */
    private String seen(Map<RevisionInfo, List<RevisionInfo>> replaced) {
        try {
            Retort retort = context.retort();
            Status status =
                    retort.with(retort.options().withAhead(AheadPolicy.ALLOW)).status();
            List<String> sentences = new ArrayList<>();
            for (Map.Entry<RevisionInfo, List<RevisionInfo>> entry : replaced.entrySet()) {
                sentences.add(sentence(entry.getKey(), entry.getValue(), status));
            }
            return String.join(System.lineSeparator(), sentences);
        } catch (BehindException behind) {
            throw behind;
        } catch (RetortException e) {
            return "The database of this application was not read: "
                    + e.what().lines().findFirst().orElse("");
        }
    }

    /** The connected database lacks some of the replaced revisions. */
    private static final class BehindException extends RetortException {

        private static final long serialVersionUID = 1L;

        BehindException(String what) {
            super(what, Advice.of("Upgrade it first: ", Advice.command("upgrade")));
        }
    }

    private static String sentence(RevisionInfo squash, List<RevisionInfo> revisions, Status status) {
        Set<String> ids = new HashSet<>();
        status.applied().stream().map(AppliedRevision::id).forEach(ids::add);
        if (ids.contains(squash.id())) {
            return "The database " + status.database() + " has " + squash.id() + ".";
        }
        List<RevisionInfo> applied = revisions.stream()
                .filter(revision -> ids.contains(revision.id()))
                .toList();
        long needed =
                revisions.stream().filter(revision -> !revision.isSquash()).count();
        long had = applied.stream().filter(revision -> !revision.isSquash()).count();
        if (had > 0 && had < needed) {
            throw new BehindException(
                    "No file is deleted: the database " + status.database() + " has " + had + " of the "
                            + needed + " revisions that the squash " + squash.describe()
                            + " replaces, and needs the files of the"
                            + " others.");
        }
        return "The database " + status.database() + (applied.isEmpty() ? " has none of them." : " has all of them.");
    }

    private void json(Map<RevisionInfo, List<RevisionInfo>> replaced, boolean deleted) {
        if (context.line().has("json")) {
            Map<String, Object> json = new LinkedHashMap<>();
            replaced.forEach((squash, revisions) -> json.put(
                    squash.id(), revisions.stream().map(RevisionInfo::id).toList()));
            context.json(Map.of("replaced", json, "deleted", deleted));
        }
    }

    private boolean remove(Path file, RevisionFiles files) {
        if (!Files.exists(file)) {
            context.say("The file " + shown(file) + " was not found; delete it by hand.");
            return false;
        }
        try {
            Files.delete(file);
            files.compiler().remove(file);
            return true;
        } catch (IOException e) {
            throw new RetortException("Cannot delete " + shown(file) + ": " + e.getMessage(), "Delete it by hand.", e);
        }
    }

    private static String shown(Path file) {
        return file.toString().replace(File.separatorChar, '/');
    }
}
