package io.retort.boot.tool.report;

import io.retort.Retort;
import io.retort.Status;
import io.retort.boot.tool.command.Outcome;
import io.retort.boot.tool.command.ToolCommand;
import io.retort.boot.tool.command.ToolContext;
import io.retort.boot.tool.command.Wording;
import io.retort.error.ExitStatus;
import io.retort.revision.RevisionInfo;
import io.retort.run.database.AppliedRevision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code current}: where the database is, and what an upgrade would run. */
public final class CurrentCommand implements ToolCommand {

    private static final int NAMED = 5;

    @Override
    public Outcome run(ToolContext context) {
        Retort retort = context.retort();
        Status status = retort.status();
        Marks marks = new Marks(retort.graph(), ids(status));
        if (context.line().has("json")) {
            context.json(json(status, marks));
        } else {
            context.say(
                    "Current: " + status.database() + ", " + status.applied().size() + " of "
                            + Wording.count(marks.graph().size(), "revision") + " applied");
            print(status, RevisionText.of(marks, context), context);
            context.say(next(status));
        }
        return context.line().has("check-heads") && !status.upToDate()
                ? new Outcome(ExitStatus.FAILED, "the database is not at all heads")
                : Outcome.ok();
    }

    private static void print(Status status, RevisionText text, ToolContext context) {
        if (status.currentHeads().isEmpty()) {
            context.out().println("base");
        }
        for (RevisionInfo head : status.currentHeads()) {
            text.apply(head).forEach(context.out()::println);
            if (text.verbose()) {
                context.out().println("    applied: " + applied(status, head));
            }
        }
    }

    private static String applied(Status status, RevisionInfo head) {
        AppliedRevision row = row(status, head);
        return row.appliedAt() + " by " + row.appliedBy()
                + (row.checksum() == null ? ", stamped" : " in " + Wording.seconds(row.duration()));
    }

    private static AppliedRevision row(Status status, RevisionInfo head) {
        return status.applied().stream()
                .filter(row -> row.id().equals(head.id()))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> ids(Status status) {
        return status.currentHeads().stream().map(RevisionInfo::id).collect(Collectors.toSet());
    }

    private static String next(Status status) {
        if (status.historyHeads().isEmpty()) {
            return NoRevisions.SENTENCE;
        }
        if (status.upToDate()) {
            return "Nothing is pending. Next: change an entity, then mvn migrate:revision -Dmessage=...";
        }
        return Wording.count(status.pending().size(), "revision") + " pending: "
                + names(status.pending())
                + ". Next: mvn migrate:upgrade" + (status.historyHeads().size() > 1 ? " -Dtarget=heads" : "");
    }

    private static String names(List<RevisionInfo> revisions) {
        String names =
                revisions.stream().limit(NAMED).map(RevisionInfo::describe).collect(Collectors.joining(", "));
        return revisions.size() > NAMED ? names + " and " + (revisions.size() - NAMED) + " more" : names;
    }

    private static Map<String, Object> json(Status status, Marks marks) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("database", status.database());
        json.put(
                "current",
                status.currentHeads().stream()
                        .map(head -> json(row(status, head), marks.json(head)))
                        .toList());
        json.put("pending", status.pending().stream().map(RevisionInfo::id).toList());
        json.put("upToDate", status.upToDate());
        return json;
    }

    private static Map<String, Object> json(AppliedRevision row, Map<String, Object> head) {
        Map<String, Object> json = new LinkedHashMap<>(head);
        json.put("appliedAt", row.appliedAt() == null ? null : row.appliedAt().toString());
        json.put("appliedBy", row.appliedBy());
        json.put("milliseconds", row.duration().toMillis());
        json.put("checksum", row.checksum());
        return json;
    }
}
