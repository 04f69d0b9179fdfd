package io.retort.boot.tool.report;

import io.retort.Retort;
import io.retort.Status;
import io.retort.boot.tool.command.Outcome;
import io.retort.boot.tool.command.ToolCommand;
import io.retort.boot.tool.command.ToolContext;
import io.retort.error.ExitStatus;
import io.retort.revision.RevisionInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code current}: where the database is, and what an upgrade would run. */
public final class CurrentCommand implements ToolCommand {

    @Override
    public Outcome run(ToolContext context) {
        Retort retort = context.retort();
        Status status = retort.status();
        Marks marks = new Marks(retort.graph(), ids(status));
        if (context.line().has("json")) {
            context.json(json(status, marks));
        } else {
            context.talk().println(status.database());
            new RevisionList("current", marks, status.currentHeads()).print(context, "base: nothing is applied yet.");
            context.talk().println(next(status));
        }
        return context.line().has("check-heads") && !status.upToDate()
                ? new Outcome(ExitStatus.FAILED, "the database is not at all heads")
                : Outcome.ok();
    }

    private static Set<String> ids(Status status) {
        return status.currentHeads().stream().map(RevisionInfo::id).collect(Collectors.toSet());
    }

    private static String next(Status status) {
        if (status.upToDate()) {
            return status.historyHeads().isEmpty()
                    ? "The application has no revisions. Next: mvn migrate:revision -Dmessage=\"create first tables\""
                    : "Up to date.";
        }
        int pending = status.pending().size();
        return pending + (pending == 1 ? " revision is" : " revisions are") + " pending: "
                + status.pending().stream().map(RevisionInfo::describe).collect(Collectors.joining(", "))
                + ". Next: mvn migrate:upgrade";
    }

    private static Map<String, Object> json(Status status, Marks marks) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("database", status.database());
        json.put("current", status.currentHeads().stream().map(marks::json).toList());
        json.put("pending", status.pending().stream().map(RevisionInfo::id).toList());
        json.put("upToDate", status.upToDate());
        return json;
    }
}
