package io.retort.boot.command;

import io.retort.diff.author.CheckResult;
import io.retort.diff.author.Draft;
import io.retort.diff.author.Format;
import io.retort.diff.author.RevisionRequest;
import io.retort.diff.author.RevisionResult;
import io.retort.diff.author.StatementTexts;
import io.retort.diff.author.ToolAuthoring;
import io.retort.diff.author.ToolFilesResult;
import io.retort.diff.question.Answers;
import io.retort.diff.question.Question;
import io.retort.diff.question.UnansweredException;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.lint.FindingGroups;
import io.retort.lint.DatabaseSizes;
import io.retort.lint.Finding;
import io.retort.lint.Finding.Level;
import io.retort.revision.RevisionInfo;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code revision}. Separate from {@link RevisionCommand}, because an application without retort-diff loads that
 * class but none of the classes used here.
 */
final class RevisionCommandHandler {

    private final ToolContext context;

    /**
     * @param context the command's context
     */
    RevisionCommandHandler(ToolContext context) {
        this.context = context;
    }

    CommandOutcome run() {
        Optional<KeptTool> kept = KeptTool.ofFormat(context);
        if (kept.isPresent()) {
            return run(kept.get());
        }
        AuthoringFactory authoring = new AuthoringFactory(context);
        OutputLocation site = authoring.site();
        Answers answers = new AnswersFactory(context).answers();
        RevisionResult result;
        try (ShownWork work = ShownWork.asking(context, "Comparing")) {
            result = authoring
                    .reporting(work::inStage)
                    .authoring(site.tree(), answers)
                    .revision(request(site));
        } catch (UnansweredException open) {
            return unanswered(open);
        }
        List<Finding> findings = findings(result);
        if (context.line().has("json")) {
            Map<String, Object> json = new LinkedHashMap<>(result.json());
            if (!findings.isEmpty()) {
                json.put(
                        "findings",
                        findings.stream()
                                .map(finding -> LintCommand.json(
                                        finding, context.application().getEnvironment()))
                                .toList());
            }
            context.json(json);
        } else {
            List<String> lines = InMemoryDatabase.describe(result, context);
            lines.subList(0, lines.size() - 1).forEach(context.out()::println);
            FindingGroups.of(findings).forEach(group -> group.forEach(context.out()::println));
            context.out().println(lines.get(lines.size() - 1));
        }
        return result.status() == ExitStatus.OK
                ? CommandOutcome.ok()
                : new CommandOutcome(result.status(), CheckResult.Outcome.INCOMPLETE.summary());
    }

    /** Writes files that another tool runs. */
    private CommandOutcome run(KeptTool kept) {
        KeptToolComparison.refuseOptions(context.line(), kept.tool());
        AuthoringFactory authoring = new AuthoringFactory(context);
        Answers answers = new AnswersFactory(context).answers();
        ToolFilesResult result;
        try (ShownWork work = ShownWork.asking(context, "Comparing")) {
            KeptToolComparison comparison = new KeptToolComparison(context, kept, work::inStage);
            result = new ToolAuthoring(
                            kept.files(comparison.history().orElse(null)),
                            authoring::dialect,
                            () -> comparison.difference(answers).rewritten(authoring::rewritten),
                            authoring.toolForms(),
                            StatementTexts.on(context.unit().database().dataSource()))
                    .revision(request(Format.SQL));
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

    /** What the new revision does to a running application; infos are left to {@code lint}. */
    private List<Finding> findings(RevisionResult result) {
        try {
            return judged(result);
        } catch (RetortException written) {
            // the file is written, and lint reports what prevents it from being judged
            return List.of();
        }
    }

    private List<Finding> judged(RevisionResult result) {
        Draft draft = result.draft();
        if (draft == null || result.file() == null || draft.up().isEmpty()) {
            return List.of();
        }
        RevisionInfo revision = new RevisionInfo(
                draft.id(),
                draft.parents(),
                draft.dependsOn(),
                draft.labels(),
                draft.message(),
                draft.created(),
                draft.transactional(),
                result.file().toString().replace(File.separatorChar, '/'));
        DatabaseSizes sizes = new AuthoringFactory(context).sizes(result.difference());
        return context.retort().lint(revision, draft.up(), sizes).stream()
                .filter(finding -> finding.level() != Level.INFO)
                .toList();
    }

    /** JSON output contains the questions as data; otherwise the failure report prints them. */
    CommandOutcome unanswered(UnansweredException open) {
        if (!context.line().has("json")) {
            throw open;
        }
        List<Map<String, @Nullable Object>> questions =
                open.questions().stream().map(Question::json).toList();
        context.json(Map.of("questions", questions));
        context.result()
                .remedy(Advice.of(
                        "Answer with options, or write the answers into a file, one on each line, and name it with ",
                        Advice.option("answers", "FILE"),
                        ". With the example answers: ",
                        context.line().with(open.examples())));
        return new CommandOutcome(
                open.status(), open.what(context.style()).lines().findFirst().orElse(""));
    }

    /** Returns the options of the command line for a new file. */
    RevisionRequest request(OutputLocation site) {
        return request(site.format());
    }

    private RevisionRequest request(Format format) {
        CommandLine line = context.line();
        return new RevisionRequest(
                line.option("message").orElse(null),
                format,
                line.has("empty"),
                line.option("head").orElse(null),
                line.has("splice"),
                line.option("branch-label").orElse(null),
                line.list("depends-on"),
                line.option("rev-id").orElse(null),
                line.has("irreversible"));
    }
}
