package io.retort.boot.command;

import io.retort.SwitchPlan;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.revision.RevisionInfo;
import io.retort.run.EditedRevision;
import io.retort.run.PreparedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Formats the revisions that were edited after they ran, with what to do about them, for goals in a project. */
final class EditedRevisions {

    static final Advice NEXT = Advice.of(
            "Next: restore their former text, or accept them with ",
            Advice.command("repair"),
            " if the database has what they declare now.");

    private EditedRevisions() {}

    /** Returns the edited revisions that a switch does not revert. */
    static List<EditedRevision> left(List<EditedRevision> edited, SwitchPlan plan) {
        Set<String> reverted = plan.steps().stream()
                .filter(step -> !step.isUpgrade())
                .map(PreparedStep::revision)
                .map(RevisionInfo::id)
                .collect(Collectors.toSet());
        return edited.stream()
                .filter(edit -> !reverted.contains(edit.revision().id()))
                .toList();
    }

    /** Returns each revision with its difference, then what to do; nothing without an edited revision. */
    static List<String> lines(List<EditedRevision> edited, ToolContext context) {
        List<String> lines = new ArrayList<>();
        edited.forEach(revision -> lines.addAll(revision.describe()));
        if (!edited.isEmpty()) {
            lines.add(NEXT.in(context.style()));
        }
        if (canApplyAgain(edited, context)) {
            lines.add(Advice.of(
                            "To apply " + edited.get(0).revision().describe() + " again: ",
                            Advice.command("dev", Advice.option("undo")),
                            " reverts what ran and keeps the file, then ",
                            Advice.command("upgrade"),
                            ".")
                    .in(context.style()));
        }
        return lines;
    }

    /** Only the last revision can be reverted without its former text. */
    private static boolean canApplyAgain(List<EditedRevision> edited, ToolContext context) {
        List<RevisionInfo> heads = context.retort().graph().heads();
        return edited.size() == 1
                && heads.size() == 1
                && heads.get(0).id().equals(edited.get(0).revision().id())
                && context.retort().storedReversal(heads.get(0).id()).isPresent();
    }

    /** Returns the outcome of a goal after which applied revisions are still edited. */
    static CommandOutcome outcome(List<EditedRevision> edited) {
        return edited.isEmpty() ? CommandOutcome.ok() : left();
    }

    static CommandOutcome left() {
        return new CommandOutcome(ExitStatus.DIFFERENCES, "applied revisions were edited");
    }
}
