package io.retort.boot.tool;

import io.retort.diff.author.CheckResult;
import io.retort.diff.author.RevisionRequest;
import io.retort.diff.author.RevisionResult;
import io.retort.diff.question.Answers;
import io.retort.diff.question.Question;
import io.retort.diff.question.UnansweredException;
import io.retort.error.ExitStatus;
import java.util.List;
import java.util.Map;

/**
 * Runs {@code revision}. Separate from {@link RevisionCommand}, because an application without retort-diff loads that
 * class but none of the classes used here.
 *
 * @param context the command's context
 */
record RevisionCommandHandler(ToolContext context) {

    CommandOutcome run() {
        AuthoringFactory workshop = new AuthoringFactory(context);
        OutputLocation site = workshop.site();
        Answers answers = new AnswersFactory(context).answers();
        RevisionResult result;
        try {
            result = workshop.authoring(site.tree(), answers).revision(request(site));
        } catch (UnansweredException open) {
            return unanswered(open);
        }
        if (context.line().has("json")) {
            context.json(result.json());
        } else {
            result.describe(context.style()).forEach(context.out()::println);
        }
        return result.status() == ExitStatus.OK
                ? CommandOutcome.ok()
                : new CommandOutcome(result.status(), CheckResult.Outcome.INCOMPLETE.summary());
    }

    /** JSON output contains the questions as data; otherwise the failure report prints them. */
    CommandOutcome unanswered(UnansweredException open) {
        if (!context.line().has("json")) {
            throw open;
        }
        List<Map<String, Object>> questions =
                open.questions().stream().map(Question::json).toList();
        context.json(Map.of("questions", questions));
        return new CommandOutcome(open.status(), open.what().lines().findFirst().orElse(""));
    }

    /** Returns the options of the command line for a new file. */
    RevisionRequest request(OutputLocation site) {
        CommandLine line = context.line();
        return new RevisionRequest(
                line.option("message").orElse(null),
                site.format(),
                line.has("empty"),
                line.option("head").orElse(null),
                line.has("splice"),
                line.option("branch-label").orElse(null),
                line.list("depends-on"),
                line.option("rev-id").orElse(null),
                line.has("irreversible"));
    }
}
