package io.retort.boot.command;

import io.retort.diff.author.RevisionResult;
import io.retort.error.Advice;
import io.retort.internal.dialect.Dialects;
import java.util.ArrayList;
import java.util.List;

/** The next steps if the database is in memory: it ends with the command, and the application has another one. */
final class InMemoryDatabase {

    private static final String START = "start the application, which upgrades its own database in memory.";

    /** A message that revisions are pending ends with it. */
    static final Advice NEXT = Advice.of("Next: " + START);

    /** Follows an upgrade or downgrade, whose result is gone. */
    static final Advice AFTER_RUN = Advice.of("The database is in memory and ends with this command. Next: " + START);

    private InMemoryDatabase() {}

    /** Returns whether the database of a command is in memory. It is not connected to: it may be one that does not answer. */
    static boolean isUsedBy(ToolContext context) {
        return context.unit().database().url().filter(Dialects::isInMemory).isPresent();
    }

    /** Returns the result of a command that writes a revision as lines of text; the last one contains the next step. */
    static List<String> describe(RevisionResult result, ToolContext context) {
        if (!result.written() || !isUsedBy(context)) {
            return result.describe(context.style());
        }
        List<String> lines = new ArrayList<>(result.changes(context.style()));
        lines.add((result.isUnfinished() ? "Next: fill it in, then " : "Next: ") + START);
        return lines;
    }
}
