package io.retort.boot.command;

import io.retort.dialect.Dialect;
import io.retort.revision.Direction;

/**
 * {@code script}: writes an idempotent SQL script of an upgrade, in which each step first checks whether it is applied.
 * Does not connect to the database.
 */
final class ScriptCommand implements ToolCommand {

    @Override
    public CommandOutcome run(ToolContext context) {
        String range = context.line().wordOr("heads");
        Dialect dialect = OfflineDialect.of(context);
        String text = context.retort().guardedScript(Direction.UP, range, dialect);
        new WrittenScript("upgrade", range, dialect, text)
                .print(context, "Next: read it, then run it with the database client; it can run repeatedly.");
        return CommandOutcome.ok();
    }
}
