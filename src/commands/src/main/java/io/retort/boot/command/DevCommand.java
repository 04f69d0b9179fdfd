package io.retort.boot.command;

import io.retort.diff.author.CheckResult;
import io.retort.error.ExitStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code dev}: writes the next revision and applies it to the development database, or with {@code --undo} reverts the last
 * revision and deletes its file. With {@code --watch}, a run compares, and writes if the user has confirmed it.
 */
final class DevCommand implements ToolCommand {

    @Override
    public CommandOutcome run(ToolContext context) {
        if (context.line().has("undo")) {
            return new LastRevision(context).undo();
        }
        Optional<WatchedRun> watched = WatchedRun.current().filter(run -> !run.writes());
        return watched.isPresent()
                ? compare(context, watched.get())
                : new DevelopmentCycle(context, RevisionFiles.of(context)).run();
    }

    private static CommandOutcome compare(ToolContext context, WatchedRun watched) {
        CheckResult result = new AuthoringFactory(context).authoring().check();
        boolean canWrite = !result.difference().operations().isEmpty();
        List<String> lines =
                new ArrayList<>(EditedRevisions.lines(context.retort().edits(), context));
        lines.addAll(result.changes(context.style()));
        watched.compared(lines, canWrite);
        return canWrite
                ? new CommandOutcome(ExitStatus.DIFFERENCES, result.outcome().summary())
                : CommandOutcome.ok();
    }
}
