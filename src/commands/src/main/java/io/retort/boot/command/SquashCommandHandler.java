package io.retort.boot.command;

import io.retort.diff.HistorySquash;
import io.retort.diff.HistorySquash.EmptyDatabases;
import io.retort.diff.author.SquashRequest;
import io.retort.diff.author.SquashResult;
import io.retort.diff.question.UnansweredException;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.revision.RevisionInfo;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code squash}. Separate from {@link SquashCommand}, because an application without retort-diff loads that class
 * but none of the classes used here.
 */
final class SquashCommandHandler {

    private final ToolContext context;

    /**
     * @param context the command's context
     */
    SquashCommandHandler(ToolContext context) {
        this.context = context;
    }

    CommandOutcome run() {
        AuthoringFactory authoring = new AuthoringFactory(context);
        OutputLocation site = authoring.site();
        CommandLine line = context.line();
        SquashRequest request = new SquashRequest(
                line.option("message").orElse(null),
                site.format(),
                line.option("rev-id").orElse(null));
        HistorySquash squash = new HistorySquash(
                ReplayCommand.inCurrentSchema(context.retort()),
                authoring.dialect(),
                new AnswersFactory(context)
                        .answersForSteps(context.retort().graph().all().stream()
                                .map(RevisionInfo::id)
                                .toList()),
                databases());
        SquashResult result;
        try (ShownWork work = ShownWork.asking(context, "Squash")) {
            result = authoring
                    .authoring(site.tree(), null)
                    .squash(
                            request,
                            () -> squash.reporting(new ShownRun(work))
                                    .of(
                                            line.option("to").orElse(null),
                                            line.option("from").orElse(null)));
        } catch (UnansweredException open) {
            return new RevisionCommandHandler(context).unanswered(open);
        }
        if (line.has("json")) {
            context.json(result.json());
        } else {
            result.describe(context.style()).forEach(context.out()::println);
        }
        return new CommandOutcome(result.status(), result.summary());
    }

    private @Nullable EmptyDatabases databases() {
        if (context.line().has("unproved")) {
            return null;
        }
        return work -> {
            try (EmptyDatabase database = empty()) {
                work.accept(database.dataSource());
            }
        };
    }

    /** Beans are connected to the application's own database, which must not change. */
    private EmptyDatabase empty() {
        try {
            context.retort().graph().all().forEach(revision -> ReplayCommand.refuseBeans(revision, context));
            return EmptyDatabase.of(context);
        } catch (RetortException e) {
            throw new RetortException(
                    "The squash cannot be compared with the revisions that it replaces. " + e.what(),
                    e.advice().and(" To write it without a comparison: ", Advice.option("unproved"), "."),
                    ExitStatus.NEEDS_ANSWER,
                    e);
        }
    }
}
