package io.retort.boot.tool;

import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.revision.Direction;
import io.retort.revision.RevisionInfo;
import io.retort.run.AppliedRevision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reverts the last revision on the development database and deletes its file, if no commit contains it.
 *
 * @param context the command's context
 */
record LastRevision(ToolContext context) {

    CommandOutcome undo() {
        RevisionFiles files = RevisionFiles.of(context);
        RevisionInfo last = last();
        boolean applied = context.retort().status().applied().stream()
                .map(AppliedRevision::id)
                .anyMatch(last.id()::equals);
        if (applied) {
            new MigrateCommand(Direction.DOWN).apply(context, last.id() + "-1");
        } else {
            context.say("Revision " + last.describe() + " is not applied.");
        }
        boolean deleted = delete(last, files);
        if (context.line().has("json")) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("revision", last.id());
            json.put("reverted", applied);
            json.put("deleted", deleted);
            context.json(json);
        }
        return CommandOutcome.ok();
    }

    private RevisionInfo last() {
        List<RevisionInfo> heads = context.retort().graph().heads();
        if (heads.isEmpty()) {
            throw new RetortException(
                    "There is no revision to undo.", Advice.of("Write one with ", Advice.command("dev"), "."));
        }
        if (heads.size() > 1) {
            throw new RetortException(
                    "The history has several heads, so it is not clear which revision is the last one: "
                            + String.join(
                                    ", ",
                                    heads.stream().map(RevisionInfo::describe).toList())
                            + ".",
                    Advice.of(
                            "Revert one of them with ",
                            Advice.command(
                                    "downgrade", Advice.target(heads.get(0).id() + "-1")),
                            ", and delete its file by hand."));
        }
        return heads.get(0);
    }

    private boolean delete(RevisionInfo last, RevisionFiles files) {
        Path file = files.source(last.location());
        if (!Files.exists(file)) {
            context.say("Its file was not found at " + file + "; delete it by hand.");
            return false;
        }
        Git git = new Git(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        if (!git.isPresent()) {
            context.say("Kept " + shown(file)
                    + ": without a git repository it is not known whether other databases have run"
                    + " it. Delete it by hand.");
            return false;
        }
        if (!git.versions(last.id()).isEmpty()) {
            context.say("Kept " + shown(file) + ": it is in a commit, so that other databases may have run it.");
            return false;
        }
        remove(file, files);
        context.say("Deleted " + shown(file) + ".");
        return true;
    }

    private static String shown(Path file) {
        return file.toString().replace('\\', '/');
    }

    private static void remove(Path file, RevisionFiles files) {
        try {
            Files.delete(file);
            files.compiler().remove(file);
        } catch (IOException e) {
            throw new RetortException("Cannot delete " + file + ": " + e.getMessage(), "Delete it by hand.", e);
        }
    }
}
