package io.retort.boot.command;

import io.retort.diff.author.AdoptionRequest;
import io.retort.diff.author.AdoptionResult;
import io.retort.error.ExitStatus;

/**
 * Runs {@code adopt}. Separate from {@link AdoptCommand}, because an application without retort-diff loads that class
 * but none of the classes used here.
 */
final class AdoptCommandHandler {

    private final ToolContext context;

    /**
     * @param context the command's context
     */
    AdoptCommandHandler(ToolContext context) {
        this.context = context;
    }

    CommandOutcome run() {
        AuthoringFactory authoring = new AuthoringFactory(context);
        OutputLocation site = authoring.site();
        CommandLine line = context.line();
        AdoptionRequest request = new AdoptionRequest(
                line.option("message").orElse(null),
                site.format(),
                line.option("rev-id").orElse(null));
        AdoptionResult result;
        try (ShownWork work = ShownWork.of(context, "Comparing")) {
            result = authoring
                    .authoring(site.tree(), null)
                    .adopt(
                            request,
                            () -> authoring.reporting(work::inStage).adoption().get());
        }
        if (line.has("json")) {
            context.json(result.json());
        } else {
            result.describe(context.style()).forEach(context.out()::println);
        }
        return result.status() == ExitStatus.OK
                ? CommandOutcome.ok()
                : new CommandOutcome(result.status(), result.summary());
    }
}
