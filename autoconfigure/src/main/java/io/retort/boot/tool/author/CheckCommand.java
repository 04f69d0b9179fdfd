package io.retort.boot.tool.author;

import io.retort.boot.tool.command.Outcome;
import io.retort.boot.tool.command.ToolCommand;
import io.retort.boot.tool.command.ToolContext;
import io.retort.diff.author.Drift;

/** {@code check}: says whether entities and database agree, and ends with 4 if they do not. */
public final class CheckCommand implements ToolCommand {

    @Override
    public Outcome run(ToolContext context) {
        Drift drift = new Workshop(context).authoring().check();
        if (context.line().has("json")) {
            context.json(drift.json());
        } else {
            drift.describe().forEach(context.out()::println);
        }
        return drift.none() ? Outcome.ok() : new Outcome(drift.status(), "entities and database differ");
    }
}
