package io.retort.boot.command;

import io.retort.Retort;
import io.retort.Retort.StoredReversal;
import io.retort.Status;
import io.retort.SwitchPlan.LostRows;
import io.retort.boot.autoconfigure.RetortUnit;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.revision.Direction;
import io.retort.revision.RevisionInfo;
import io.retort.run.AppliedRevision;
import io.retort.run.EditedRevision;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reverts the last revision on the development database and deletes its file, if no commit contains it. It asks before rows
 * or values are deleted.
 */
final class LastRevision {

    private static final Advice CONFIRMED = Advice.command("dev", Advice.option("undo"), Advice.option("yes"));

    private final ToolContext context;

    /**
     * @param context the command's context
     */
    LastRevision(ToolContext context) {
        this.context = context;
    }

    CommandOutcome undo() {
        RevisionFiles files = RevisionFiles.of(context);
        RevisionInfo last = last();
        Status status = context.retort().status();
        refuseRecordedSquash(last, status);
        boolean applied = status.applied().stream().anyMatch(row -> isRun(row, last));
        if (!applied) {
            return discard(last, files);
        }
        Optional<EditedRevision> edited = edited(last);
        Optional<StoredReversal> reversal = edited.map(edit -> reversal(last, edit));
        List<LostRows> lost = reversal.map(stored -> losses(stored.lost())).orElseGet(() -> lost(last));
        if (!lost.isEmpty() && !confirm(last, lost)) {
            json(last, false, false, edited, lost);
            return unconfirmed("the loss of data");
        }
        new MigrateCommand(Direction.DOWN)
                .apply(reversal.map(stored -> on(stored.retort())).orElse(context), below(last));
        boolean deleted = edited.isEmpty() ? delete(last, files) : keep(last, files);
        json(last, true, deleted, edited, lost);
        return CommandOutcome.ok();
    }

    /** Nothing but the file contains a revision that was never applied, so it is deleted only with consent. */
    private CommandOutcome discard(RevisionInfo last, RevisionFiles files) {
        context.say("Revision " + last.describe() + " is not applied.");
        Optional<Path> file = deletable(last, files);
        if (file.isPresent()) {
            context.say("Delete " + shown(file.get()) + ": no commit contains it.");
            if (!Confirmation.request(context, CONFIRMED)) {
                json(last, false, false, Optional.empty(), List.of());
                return unconfirmed("the deletion of the file");
            }
            delete(file.get(), files);
        }
        json(last, false, file.isPresent(), Optional.empty(), List.of());
        return CommandOutcome.ok();
    }

    private CommandOutcome unconfirmed(String what) {
        return new CommandOutcome(
                ExitStatus.NEEDS_ANSWER,
                Advice.of(what + " is not confirmed: ", Advice.option("yes"), " confirms it")
                        .in(context.style()));
    }

    /** Of a partial upgrade, the recorded statements are reverted. */
    private Optional<EditedRevision> edited(RevisionInfo last) {
        return context.retort().edits().stream()
                .filter(edit -> edit.revision().id().equals(last.id()) && edit.was() != null)
                .findFirst();
    }

    /** The downgrade in the file reverts what the file declares now, which is not what ran. */
    private StoredReversal reversal(RevisionInfo last, EditedRevision edited) {
        edited.describe().forEach(context::say);
        StoredReversal stored = context.retort()
                .storedReversal(last.id())
                .orElseThrow(() -> new RetortException(
                        "Revision " + last.describe() + " cannot be reverted: it was edited after it ran, and the"
                                + " downgrade of what ran is not stored. Nothing was reverted.",
                        Advice.of(
                                "Restore the text that ran, then type ",
                                Advice.command("dev", Advice.option("undo")),
                                ". If the database already has what the file declares now, accept the edit first: ",
                                Advice.command("repair"),
                                ".")));
        context.say("The stored downgrade reverts what ran. The file is kept.");
        return stored;
    }

    private ToolContext on(Retort retort) {
        return context.on(
                new RetortUnit(context.unit().settings(), retort, context.unit().database()));
    }

    /** A squash whose replaced revisions were applied counts as applied, but only its file can be taken back. */
    private static boolean isRun(AppliedRevision row, RevisionInfo last) {
        return row.id().equals(last.id()) && !(last.isSquash() && row.checksum() == null);
    }

    /** It was never run here: reverting it would revert everything that the revisions it replaces have done. */
    private void refuseRecordedSquash(RevisionInfo last, Status status) {
        if (last.isSquash() && status.recorded().containsKey(last.id())) {
            String replaced = last.replaces().get(last.replaces().size() - 1).id();
            throw new RetortException(
                    "Revision " + last.describe() + " replaces "
                            + last.replacedIds().size()
                            + " revisions that were applied to this database. It was recorded, not run. Nothing was reverted.",
                    Advice.of(
                            "To return to the replaced revisions, delete its file by hand, then type: ",
                            Advice.command("stamp", Advice.option("purge"), Advice.target(replaced)),
                            "."));
        }
    }

    private List<LostRows> lost(RevisionInfo last) {
        return losses(context.retort().lostBy(below(last)));
    }

    private static List<LostRows> losses(List<LostRows> counted) {
        return counted.stream().filter(LostRows::isLoss).toList();
    }

    private boolean confirm(RevisionInfo last, List<LostRows> lost) {
        context.say("Revert " + last.describe() + ":");
        lost.forEach(rows -> context.say("    lost: " + rows.describe()));
        return Confirmation.request(context, CONFIRMED);
    }

    /** A merge has nothing but its parents: a downgrade to one of them keeps the others. */
    private String below(RevisionInfo last) {
        if (last.parents().size() < 2) {
            return last.id() + "-1";
        }
        return last.parents().stream()
                .filter(parent -> context.retort().graph().children(parent).size() == 1)
                .findFirst()
                .orElseThrow(() -> new RetortException(
                        "Revision " + last.describe() + " merges several branches, and each of its parents has other"
                                + " children.",
                        Advice.of(
                                "Revert it with ",
                                Advice.command(
                                        "downgrade",
                                        Advice.target(last.parents().get(0))),
                                ", and delete its file by hand.")));
    }

    private void json(
            RevisionInfo last,
            boolean reverted,
            boolean deleted,
            Optional<EditedRevision> edited,
            List<LostRows> lost) {
        if (context.line().has("json")) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("revision", last.id());
            json.put("reverted", reverted);
            json.put("deleted", deleted);
            json.put("edited", RepairCommand.json(edited.stream().toList()));
            json.put("lost", lost.stream().map(LostRowsJson::of).toList());
            context.json(json);
        }
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
        Optional<Path> file = deletable(last, files);
        file.ifPresent(found -> delete(found, files));
        return file.isPresent();
    }

    private void delete(Path file, RevisionFiles files) {
        remove(file, files);
        context.say("Deleted " + shown(file) + ".");
    }

    /** The edit is only in the file. */
    private boolean keep(RevisionInfo last, RevisionFiles files) {
        context.say(Advice.of(
                "Kept " + shown(files.source(last.location())) + ". Next: apply it as it is now with ",
                Advice.command("upgrade"),
                ", or delete it by hand."));
        return false;
    }

    /** Returns the file if it can be deleted, otherwise prints why it is kept. */
    private Optional<Path> deletable(RevisionInfo last, RevisionFiles files) {
        Path file = files.source(last.location());
        if (!Files.exists(file)) {
            context.say("Its file was not found at " + file + "; delete it by hand.");
            return Optional.empty();
        }
        Git git = new Git(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        if (!git.isPresent()) {
            context.say("Kept " + shown(file)
                    + ": without a git repository it is not known whether other databases have run"
                    + " it. Delete it by hand.");
            return Optional.empty();
        }
        if (!git.versions(last.id()).isEmpty()) {
            context.say("Kept " + shown(file) + ": it is in a commit, so that other databases may have run it.");
            return Optional.empty();
        }
        return Optional.of(file);
    }

    private static String shown(Path file) {
        return file.toString().replace(File.separatorChar, '/');
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
