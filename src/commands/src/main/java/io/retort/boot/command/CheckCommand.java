package io.retort.boot.command;

import io.retort.diff.author.CheckResult;
import io.retort.diff.author.Difference;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.revision.RevisionInfo;
import io.retort.run.EditedRevision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code check}: compares the entities with the database and the applied revisions with their checksums. Exits with 4
 * if there are differences.
 */
final class CheckCommand implements ToolCommand {

    private static final List<String> NO_ENTITIES =
            List.of("No entities: no entity manager factory is on this unit's database. Its revisions were checked.");

    /**
     * What one database was found to be.
     *
     * @param json the result for programs
     * @param lines the result for people
     * @param outcome the outcome
     * @param acceptableNames the names by which the differences can be accepted for good
     */
    record Checked(
            Map<String, Object> json, List<String> lines, CommandOutcome outcome, List<String> acceptableNames) {}

    @Override
    public CommandOutcome run(ToolContext context) {
        Checked checked = context.line().has("keep-all") ? KeepAll.check(context) : check(context);
        if (context.line().has("json")) {
            context.json(checked.json());
        } else {
            checked.lines().forEach(context.out()::println);
        }
        return checked.outcome();
    }

    /** Checks the database of a context, and prints nothing but remarks about the command. */
    static Checked check(ToolContext context) {
        AuthoringFactory authoring = new AuthoringFactory(context);
        CheckResult result = authoring.hasEntities()
                ? compared(authoring, context)
                : new CheckResult(new Difference(List.of(), List.of(), List.of(), false), NO_ENTITIES);
        List<EditedRevision> edited =
                authoring.isOffline() ? List.of() : context.retort().edits();
        List<String> heads =
                context.retort().graph().heads().stream().map(RevisionInfo::id).toList();
        boolean stops = heads.size() > 1 && context.unit().settings().target().equals("head");
        boolean differ = !edited.isEmpty() || stops || result.outcome() == CheckResult.Outcome.DIFFER;
        Map<String, Object> json = new LinkedHashMap<>(result.json());
        json.put("agree", !differ && result.outcome() == CheckResult.Outcome.AGREE);
        json.put("outcome", (differ ? CheckResult.Outcome.DIFFER : result.outcome()).word());
        json.put("edited", RepairCommand.json(edited));
        json.put("heads", heads);
        List<String> lines = new ArrayList<>(authoring.hasEntities() ? result.describe(context.style()) : NO_ENTITIES);
        lines.addAll(edits(edited, context));
        lines.addAll(heads(heads, context));
        return new Checked(json, lines, outcome(result, !edited.isEmpty(), stops), result.acceptableNames());
    }

    /** An application whose target is one head does not start with several. */
    private static CommandOutcome outcome(CheckResult result, boolean edited, boolean stops) {
        if (result.outcome() == CheckResult.Outcome.DIFFER || !edited && !stops) {
            return new CommandOutcome(
                    result.outcome().status(), result.outcome().summary());
        }
        return new CommandOutcome(
                ExitStatus.DIFFERENCES, edited ? "applied revisions were edited" : "the history has several heads");
    }

    /** A new revision needs one head, or the name of one. */
    private static List<String> heads(List<String> heads, ToolContext context) {
        return heads.size() <= 1
                ? List.of()
                : List.of(Advice.of(
                                "The history has " + heads.size() + " heads. Merge them first with ",
                                Advice.command("merge", Advice.option("message", "...")),
                                ", or continue one of them: ",
                                Advice.option("head", heads.get(0)))
                        .in(context.style()));
    }

    /** Compares the entities with the basis of this application: a database, the history, or another tool's migrations. */
    static CheckResult compared(AuthoringFactory authoring, ToolContext context) {
        try (ShownWork work = ShownWork.of(context, "Comparing")) {
            return comparedWith(authoring.reporting(work::inStage), context);
        }
    }

    private static CheckResult comparedWith(AuthoringFactory authoring, ToolContext context) {
        Optional<KeptTool> kept = KeptTool.inUse(context);
        if (kept.isEmpty()) {
            return authoring.authoring().check();
        }
        String title = kept.get().tool().title();
        int revisions = context.retort().graph().size();
        if (revisions > 0) {
            context.say("Warning: " + title + " runs the migrations of this application (" + KeptTool.FORMAT + "), so "
                    + CommandFormats.count(revisions, "revision") + " of Retort "
                    + (revisions == 1 ? "is" : "are") + " not run.");
        }
        boolean configured = context.application().getEnvironment().containsProperty(KeptTool.FORMAT);
        List<String> remarks = new ArrayList<>();
        if (!configured) {
            remarks.add(title + " runs the migrations of this application. To write its files, set " + KeptTool.FORMAT
                    + "=" + kept.get().tool().name().toLowerCase(Locale.ROOT) + ".");
        }
        remarks.addAll(kept.get().unused());
        return new CheckResult(
                new KeptToolComparison(context, kept.get(), authoring.progress())
                        .difference(null)
                        .rewritten(authoring::rewritten),
                remarks);
    }

    private static List<String> edits(List<EditedRevision> edited, ToolContext context) {
        List<String> lines = new ArrayList<>();
        edited.forEach(revision -> lines.addAll(revision.describe()));
        if (!edited.isEmpty()) {
            lines.add(Advice.of("Next: restore their former text, or accept them with ", Advice.command("repair"))
                    .in(context.style()));
        }
        return lines;
    }
}
