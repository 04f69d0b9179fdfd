package io.retort.boot.command;

import io.retort.RunReport;
import io.retort.SwitchPlan;
import io.retort.dialect.Dialect;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.database.SqlErrorText;
import io.retort.internal.dialect.Dialects;
import io.retort.run.EditedRevision;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * {@code switch}: reverts the revisions that the application does not know, after confirmation, and upgrades to its own
 * heads.
 */
final class SwitchCommand implements ToolCommand {

    @Override
    public CommandOutcome run(ToolContext context) {
        GitRevisions git = git(context);
        SwitchPlan plan = context.retort().planSwitch(git::find);
        List<EditedRevision> edited = EditedRevisions.left(context.retort().edits(), plan);
        if (plan.steps().isEmpty()) {
            return nothing(context, plan, edited);
        }
        context.say("Switch: " + plan.database() + ", " + SwitchText.summary(plan) + "."
                + (context.line().has("plan") ? " Nothing is executed." : ""));
        SwitchText.lines(plan).forEach(context::say);
        EditedRevisions.lines(edited, context).forEach(context::say);
        if (context.line().has("plan")) {
            context.say(Advice.of("Next: ", Advice.command("switch")));
            if (context.line().has("json")) {
                context.json(SwitchText.json(plan, edited, null));
            }
            return CommandOutcome.ok();
        }
        if (!plan.isUpgrade() && !Confirmation.request(context, Advice.command("switch", Advice.option("yes")))) {
            if (context.line().has("json")) {
                context.json(SwitchText.json(plan, edited, null));
            }
            return unconfirmed(context);
        }
        return run(context, plan, edited, git);
    }

    /** Returns the revisions of other branches, for those whose downgrade is not stored. */
    static GitRevisions git(ToolContext context) {
        return new GitRevisions(new Git(Path.of("")), context.unit().settings().placeholders(), () -> dialect(context));
    }

    /** Returns the outcome of a switch that the user did not confirm. */
    static CommandOutcome unconfirmed(ToolContext context) {
        return new CommandOutcome(
                ExitStatus.NEEDS_ANSWER,
                Advice.of("the switch is not confirmed: ", Advice.option("yes"), " confirms it")
                        .in(context.style()));
    }

    private static CommandOutcome run(
            ToolContext context, SwitchPlan plan, List<EditedRevision> edited, GitRevisions git) {
        boolean json = context.line().has("json");
        RunReport report = context.retort()
                .with(json ? new ConsoleLockWaits(context.talk()) : new ConsoleProgress("", context.talk()))
                .runSwitch(plan, git::find);
        if (json) {
            context.json(SwitchText.json(plan, edited, report));
        } else {
            context.out()
                    .println("Switched " + report.database() + " to "
                            + CommandFormats.places(context.retort().graph(), report.after()) + ": "
                            + CommandFormats.count(report.steps().size(), "step") + " in "
                            + CommandFormats.seconds(report.duration()) + ".");
        }
        return EditedRevisions.outcome(edited);
    }

    private static CommandOutcome nothing(ToolContext context, SwitchPlan plan, List<EditedRevision> edited) {
        if (context.line().has("json")) {
            context.json(SwitchText.json(plan, edited, null));
        } else if (edited.isEmpty()) {
            context.out()
                    .println("Nothing to do: " + plan.database() + " has exactly the revisions of this application.");
        } else {
            context.out()
                    .println(
                            "Nothing was run: " + plan.database() + " has the ids of this application's revisions, but "
                                    + CommandFormats.count(edited.size(), "revision") + " ran with other content.");
            EditedRevisions.lines(edited, context).forEach(context.out()::println);
        }
        return EditedRevisions.outcome(edited);
    }

    private static Dialect dialect(ToolContext context) {
        try (Connection connection = context.unit().database().dataSource().getConnection()) {
            return Dialects.of(connection);
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot connect to the database: " + SqlErrorText.of(e), "Check that the database is running.", e);
        }
    }
}
