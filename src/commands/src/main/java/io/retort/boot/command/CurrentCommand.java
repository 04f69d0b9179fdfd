package io.retort.boot.command;

import io.retort.BackfillState;
import io.retort.Retort;
import io.retort.RetortOptions.AheadPolicy;
import io.retort.Status;
import io.retort.Status.PartiallyAppliedRevision;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.revision.RevisionInfo;
import io.retort.run.AppliedRevision;
import io.retort.run.BackfillProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code current}: shows the current revision of the database and the pending revisions. */
final class CurrentCommand implements ToolCommand {

    private static final int NAMED = 5;

    @Override
    public CommandOutcome run(ToolContext context) {
        Retort retort = context.retort();
        Status status =
                retort.with(retort.options().withAhead(AheadPolicy.ALLOW)).status();
        RevisionFlags flags = new RevisionFlags(
                status.graph(), context.application().getEnvironment(), ids(status), status.recorded(), null);
        if (context.line().has("json")) {
            context.json(json(status, flags));
        } else {
            context.say("Current: " + status.database() + ", " + applied(status) + " of "
                    + CommandFormats.count(flags.graph().size(), "revision") + " applied");
            print(status, RevisionText.of(flags, context), context);
            context.say(next(status, context));
        }
        return context.line().has("check-heads") ? checked(status, retort) : CommandOutcome.ok();
    }

    /** Fails if revisions are pending, or if the application would refuse to start because the database is ahead. */
    private static CommandOutcome checked(Status status, Retort retort) {
        if (!status.upToDate()) {
            return new CommandOutcome(ExitStatus.FAILED, "the database is not at all heads");
        }
        if (!status.unknown().isEmpty()) {
            retort.status();
        }
        return CommandOutcome.ok();
    }

    private static void print(Status status, RevisionText text, ToolContext context) {
        if (status.currentHeads().isEmpty()) {
            context.out().println("base");
        }
        for (RevisionInfo head : status.currentHeads()) {
            if (isUnknown(status, head)) {
                context.out().println(head.describe() + "  [not in this application's history]");
                continue;
            }
            text.apply(head).forEach(context.out()::println);
            if (text.verbose()) {
                context.out().println("    applied: " + applied(status, head));
            }
        }
        status.partial().forEach(partial -> context.out().println(partial.describe() + paused(partial, status)));
        status.backfills().stream()
                .filter(BackfillState::isAfterStart)
                .forEach(state -> context.out().println(state.describe()));
        recorded(status).forEach(context.out()::println);
    }

    private static String paused(PartiallyAppliedRevision partial, Status status) {
        return status.backfills().stream()
                .filter(state -> state.revision().equals(partial.revision()) && state.paused() != null)
                .map(state -> ", paused " + state.paused())
                .findFirst()
                .orElse("");
    }

    /** One line for each reason: a baseline can be the reason of many revisions. */
    private static List<String> recorded(Status status) {
        Map<String, List<String>> revisions = new LinkedHashMap<>();
        for (AppliedRevision row : status.applied()) {
            String note = status.recorded().get(row.id());
            if (note != null) {
                revisions.computeIfAbsent(note, any -> new ArrayList<>()).add(row.describe());
            }
        }
        return revisions.entrySet().stream()
                .map(entry -> "recorded without being run, " + entry.getKey() + ": " + names(entry.getValue()))
                .toList();
    }

    /** The number of completely applied revisions of the history. */
    private static int applied(Status status) {
        return (int) status.applied().stream()
                .filter(row -> !row.isPartial() && !status.unknown().contains(row))
                .count();
    }

    private static boolean isUnknown(Status status, RevisionInfo head) {
        return status.unknown().stream().anyMatch(row -> row.id().equals(head.id()));
    }

    private static String applied(Status status, RevisionInfo head) {
        AppliedRevision row = row(status, head);
        return CommandFormats.applied(row, status.recorded().get(row.id()));
    }

    private static AppliedRevision row(Status status, RevisionInfo head) {
        return status.applied().stream()
                .filter(row -> row.id().equals(head.id()))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> ids(Status status) {
        return status.currentHeads().stream()
                .filter(head -> !isUnknown(status, head))
                .map(RevisionInfo::id)
                .collect(Collectors.toSet());
    }

    private static Advice next(Status status, ToolContext context) {
        if (status.historyHeads().isEmpty()) {
            return NoRevisions.ADVICE;
        }
        Optional<Advice> completion = status.completion();
        if (completion.isPresent()) {
            return Advice.of("Next: ", completion.get());
        }
        if (!status.unknown().isEmpty()) {
            return Advice.of(
                    "The database is ahead of this application by "
                            + CommandFormats.count(status.unknown().size(), "revision") + ": "
                            + names(status.unknown().stream()
                                    .map(AppliedRevision::describe)
                                    .toList())
                            + ". Next: run the newer version that contains them, or revert them: ",
                    Advice.command("switch"),
                    ".");
        }
        if (status.upToDate()) {
            return Advice.of(
                    "Nothing is pending. Next: change an entity, then ",
                    Advice.command("revision", Advice.option("message", "...")));
        }
        String pending = CommandFormats.count(status.pending().size(), "revision") + " pending: "
                + names(status.pending().stream().map(RevisionInfo::describe).toList()) + ". ";
        if (InMemoryDatabase.isUsedBy(context)) {
            return Advice.of(pending).and(InMemoryDatabase.NEXT);
        }
        return Advice.of(
                pending + "Next: ",
                status.historyHeads().size() > 1
                        ? Advice.command("upgrade", Advice.target("heads"))
                        : Advice.command("upgrade"));
    }

    private static String names(List<String> revisions) {
        String names = String.join(", ", revisions.subList(0, Math.min(NAMED, revisions.size())));
        return revisions.size() > NAMED ? names + " and " + (revisions.size() - NAMED) + " more" : names;
    }

    private static Map<String, Object> json(Status status, RevisionFlags flags) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("database", status.database());
        json.put(
                "current",
                status.currentHeads().stream()
                        .map(head -> json(row(status, head), isUnknown(status, head) ? bare(head) : flags.json(head)))
                        .toList());
        json.put("pending", status.pending().stream().map(RevisionInfo::id).toList());
        json.put("upToDate", status.upToDate());
        json.put("partial", status.partial().stream().map(CurrentCommand::json).toList());
        if (!status.backfills().isEmpty()) {
            json.put("backfills", BackfillCommand.list(status.backfills()));
        }
        if (!status.recorded().isEmpty()) {
            json.put("recorded", status.recorded());
        }
        json.put("unknown", status.unknown().stream().map(AppliedRevision::id).toList());
        return json;
    }

    private static Map<String, Object> bare(RevisionInfo unknown) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", unknown.id());
        json.put("message", unknown.message());
        return json;
    }

    private static Map<String, Object> json(PartiallyAppliedRevision partial) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", partial.revision().id());
        json.put("state", partial.revision().state().text());
        json.put("done", partial.revision().progress());
        json.put("statements", partial.statements());
        json.put("inDoubt", partial.isInDoubt());
        BackfillProgress backfill = partial.backfill();
        if (backfill != null) {
            json.put("backfill", json(backfill));
        }
        return json;
    }

    static Map<String, Object> json(BackfillProgress backfill) {
        Map<String, Object> json = new LinkedHashMap<>();
        Duration left = backfill.left();
        json.put("table", backfill.table());
        json.put("read", backfill.read());
        json.put("filled", backfill.filled());
        json.put("estimate", backfill.estimate());
        json.put("secondsLeft", left == null ? null : left.toSeconds());
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
