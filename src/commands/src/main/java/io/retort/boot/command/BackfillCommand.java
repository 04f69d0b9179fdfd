package io.retort.boot.command;

import io.retort.BackfillState;
import io.retort.Retort;
import io.retort.error.Advice;
import io.retort.run.RunListener;
import io.retort.run.RunListener.LockWait;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code backfill}: runs the backfills of applied revisions, or pauses and resumes those that are in progress. */
final class BackfillCommand implements ToolCommand {

    @Override
    public CommandOutcome run(ToolContext context) {
        CommandLine line = context.line();
        boolean pauses = line.has("pause");
        boolean resumes = line.has("resume");
        String revision = line.words().isEmpty() ? null : line.words().get(0);
        if (pauses && resumes) {
            throw CommandLine.usage(
                    "A backfill cannot be paused and resumed by one command.", "Leave out one of the options.");
        }
        if (pauses) {
            return shown(context, context.retort().pauseBackfills(revision, by()), "Paused");
        }
        if (resumes) {
            return shown(context, context.retort().resumeBackfills(revision), "Resumed");
        }
        if (revision != null) {
            throw CommandLine.usage(
                    "'backfill' runs all backfills in the order of their revisions, not only one.",
                    Advice.of(
                            "Leave out the revision, or pause the others: ",
                            Advice.command("backfill", Advice.option("pause"), Advice.target("<revision>"))));
        }
        return filled(context);
    }

    private static String by() {
        return "by " + System.getProperty("user.name", "an unknown user") + " at "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static CommandOutcome shown(ToolContext context, List<BackfillState> states, String verb) {
        if (context.line().has("json")) {
            context.json(json(states));
            return CommandOutcome.ok();
        }
        states.forEach(state -> context.out().println(verb + ": " + state.describe()));
        boolean resumed = verb.equals("Resumed");
        context.say(
                resumed
                        ? Advice.of(
                                "Next: a running application continues within some seconds. Without one: ",
                                Advice.command("backfill"))
                        : Advice.of(
                                "A session that runs it stops after its present batch. Next: ",
                                Advice.command("backfill", Advice.option("resume"))));
        return CommandOutcome.ok();
    }

    private static CommandOutcome filled(ToolContext context) {
        Retort retort = context.retort();
        boolean json = context.line().has("json");
        boolean any = !retort.backfills().isEmpty();
        List<BackfillState> left = (any ? retort.with(progress(context)) : retort).backfill();
        if (json) {
            context.json(json(left));
        } else if (left.isEmpty()) {
            context.out().println(any ? "All backfills are complete." : "No backfill is in progress.");
        } else {
            left.forEach(state -> context.out().println(state.describe()));
            context.say(next(left));
        }
        return CommandOutcome.ok();
    }

    private static Advice next(List<BackfillState> left) {
        if (left.stream().anyMatch(state -> state.paused() != null)) {
            return Advice.of("Next: let it continue: ", Advice.command("backfill", Advice.option("resume")));
        }
        return left.stream().allMatch(BackfillState::isAfterStart)
                ? Advice.of("Another session runs it. Next: ", Advice.command("current"), " shows its progress.")
                : Advice.of("It is a part of an upgrade. Next: ", Advice.command("upgrade"));
    }

    private static RunListener progress(ToolContext context) {
        return new RunListener() {
            @Override
            public void progress(String text) {
                context.talk().println(text);
            }

            @Override
            public void warning(String sentence) {
                context.talk().println("Note: " + sentence);
            }

            @Override
            public void waiting(LockWait wait) {
                context.talk().println(wait.describe());
            }
        };
    }

    private static Map<String, Object> json(List<BackfillState> states) {
        return Map.of("backfills", list(states));
    }

    /** Returns backfills as JSON, as {@code current} has them too. */
    static List<Map<String, Object>> list(List<BackfillState> states) {
        return states.stream().map(BackfillCommand::json).toList();
    }

    private static Map<String, Object> json(BackfillState state) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("revision", state.revision().id());
        json.put("afterStart", state.isAfterStart());
        @Nullable String paused = state.paused();
        json.put("paused", paused);
        json.putAll(CurrentCommand.json(state.progress()));
        return json;
    }
}
