package io.retort.boot.tool;

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

    @Override
    public CommandOutcome run(ToolContext context) {
        AuthoringFactory workshop = new AuthoringFactory(context);
        CheckResult result = workshop.hasEntities()
                ? compared(workshop, context)
                : new CheckResult(new Difference(List.of(), List.of(), List.of(), false), NO_ENTITIES);
        List<EditedRevision> edited =
                workshop.isOffline() ? List.of() : context.retort().edits();
        List<String> heads =
                context.retort().graph().heads().stream().map(RevisionInfo::id).toList();
        boolean differ = !edited.isEmpty() || result.outcome() == CheckResult.Outcome.DIFFER;
        if (context.line().has("json")) {
            Map<String, Object> json = new LinkedHashMap<>(result.json());
            json.put("agree", !differ && result.outcome() == CheckResult.Outcome.AGREE);
            json.put("outcome", (differ ? CheckResult.Outcome.DIFFER : result.outcome()).word());
            json.put("edited", RepairCommand.json(edited));
            json.put("heads", heads);
            context.json(json);
        } else {
            (workshop.hasEntities() ? result.describe(context.style()) : NO_ENTITIES).forEach(context.out()::println);
            print(edited, context);
            printHeads(heads, context);
        }
        return edited.isEmpty() || result.outcome() == CheckResult.Outcome.DIFFER
                ? new CommandOutcome(result.outcome().status(), result.outcome().summary())
                : new CommandOutcome(ExitStatus.DIFFERENCES, "applied revisions were edited");
    }

    /** A new revision needs one head, or the name of one. */
    private static void printHeads(List<String> heads, ToolContext context) {
        if (heads.size() > 1) {
            context.out()
                    .println(Advice.of(
                                    "The history has " + heads.size() + " heads. Merge them first with ",
                                    Advice.command("merge", Advice.option("message", "...")),
                                    ", or continue one of them: ",
                                    Advice.option("head", heads.get(0)))
                            .in(context.style()));
        }
    }

    private static CheckResult compared(AuthoringFactory workshop, ToolContext context) {
        Optional<KeptTool> kept = KeptTool.inUse(context);
        if (kept.isEmpty()) {
            return workshop.authoring().check();
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
                new KeptToolComparison(context, kept.get()).difference(null).rewritten(workshop::rewritten), remarks);
    }

    private static void print(List<EditedRevision> edited, ToolContext context) {
        edited.stream().flatMap(revision -> revision.describe().stream()).forEach(context.out()::println);
        if (!edited.isEmpty()) {
            context.out()
                    .println(
                            Advice.of("Next: restore their former text, or accept them with ", Advice.command("repair"))
                                    .in(context.style()));
        }
    }
}
