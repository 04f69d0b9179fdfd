package io.retort.boot.command;

import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.run.EditedRevision;
import java.io.Console;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code repair}: lists applied revisions that were edited and, after confirmation, records their new checksums. */
final class RepairCommand implements ToolCommand {

    @Override
    public CommandOutcome run(ToolContext context) {
        List<EditedRevision> edited = context.retort().edits();
        boolean accepted = !edited.isEmpty() && confirm(context, edited);
        if (accepted) {
            context.retort().repair();
        }
        if (context.line().has("json")) {
            context.json(Map.of("repaired", accepted, "edited", json(edited)));
        } else if (edited.isEmpty()) {
            context.out().println("Nothing to do: no applied revision was edited.");
        } else if (accepted) {
            context.out()
                    .println("Accepted " + CommandFormats.count(edited.size(), "edited revision")
                            + ": their checksums are updated. Nothing was run.");
        }
        return edited.isEmpty() || accepted
                ? CommandOutcome.ok()
                : new CommandOutcome(
                        ExitStatus.NEEDS_ANSWER,
                        Advice.of("edited revisions are not accepted: ", Advice.option("yes"), " accepts them")
                                .in(context.style()));
    }

    private static boolean confirm(ToolContext context, List<EditedRevision> edited) {
        edited.stream().flatMap(revision -> revision.describe().stream()).forEach(context::say);
        if (context.line().has("yes")) {
            return true;
        }
        Console console = console(context);
        if (console == null) {
            Advice next = Advice.of(
                    "Next: ",
                    Advice.command("repair", Advice.option("yes")),
                    " accepts them as they are now, if the database matches them.");
            context.result().remedy(next);
            context.say(next);
            return false;
        }
        String answer = console.readLine("Does the database match these revisions as they are now? [y/N] ");
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    private static @Nullable Console console(ToolContext context) {
        boolean interactive =
                context.application().getEnvironment().getProperty("retort.interactive", Boolean.class, true);
        return interactive && !context.line().has("json") ? System.console() : null;
    }

    /** Returns edited revisions for JSON output. */
    public static List<Map<String, Object>> json(List<EditedRevision> edited) {
        return edited.stream().map(RepairCommand::json).toList();
    }

    private static Map<String, Object> json(EditedRevision edited) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("revision", edited.revision().id());
        json.put("was", edited.was());
        json.put("is", edited.is());
        json.put("difference", edited.difference());
        return json;
    }
}
