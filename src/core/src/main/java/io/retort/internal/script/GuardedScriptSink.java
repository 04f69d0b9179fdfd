package io.retort.internal.script;

import io.retort.dialect.ScriptFormat.ScriptGuard;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.database.HistoryTable;
import io.retort.internal.execute.Sink;
import io.retort.operation.Statement;
import io.retort.run.FailureOutcome.ConnectionAfterFailure;
import io.retort.run.PreparedStep;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes a script in which each step checks the history table first. The script can run more than once, and on a
 * database that has some of the revisions.
 */
public final class GuardedScriptSink implements Sink {

    private final StringBuilder script;
    private final HistoryTable table;
    private final ScriptGuard guard;
    private final List<Statement.Sql> statements = new ArrayList<>();
    private @Nullable PreparedStep current;

    /**
     * Creates a sink that appends to a text.
     *
     * @param script the text
     * @param table the history table
     * @param guard writes conditional statements
     */
    public GuardedScriptSink(StringBuilder script, HistoryTable table, ScriptGuard guard) {
        this.script = script;
        this.table = table;
        this.guard = guard;
    }

    /**
     * Writes the beginning: creates the history table, and requires the revisions at which the script starts.
     *
     * @param starts the ids of the revisions at which the script starts
     */
    public void open(Collection<String> starts) {
        table.dialect().scriptFormat().header().ifPresent(this::block);
        List<Statement.Sql> create =
                table.create().stream().map(Statement.Sql.class::cast).toList();
        block(guard.whenMissing(table.dialect().identifiers().sql(table.name()), create));
        for (String start : starts) {
            block(guard.require(
                    "exists (" + table.select(start) + ")",
                    "This script starts from " + start + ", which this database does not have"));
        }
    }

    @Override
    public void begin(PreparedStep step) {
        current = step;
        statements.clear();
        if (step.revision().isSquash()) {
            throw refusal(
                    step,
                    "it replaces " + step.revision().replacedIds().size()
                            + " revisions, and a script cannot find out which of them a database has");
        }
        if (!step.transactional()) {
            throw refusal(
                    step, "it runs outside a transaction, but the check whether it is applied would put it inside one");
        }
    }

    @Override
    public void accept(Statement statement) {
        PreparedStep step = Objects.requireNonNull(current, "a step begins before its statements");
        Statement.Sql sql = ScriptText.sql(statement, step, table.dialect().scriptFormat());
        guard.obstacle(sql.text()).ifPresent(why -> {
            throw refusal(step, "\"" + sql.text().lines().findFirst().orElse("") + "\" " + why);
        });
        statements.add(sql);
    }

    @Override
    public void end(PreparedStep step) {
        String applied = "exists (" + table.select(step.revision().id()) + ")";
        block(ScriptText.title(step) + "\n" + guard.when(step.isUpgrade() ? "not " + applied : applied, statements));
    }

    @Override
    public ConnectionAfterFailure fail(PreparedStep step) {
        return ConnectionAfterFailure.NOTHING_SENT;
    }

    private void block(String text) {
        script.append(text.stripTrailing()).append("\n\n");
    }

    private static RetortException refusal(PreparedStep step, String why) {
        String id = step.revision().id();
        return new RetortException(
                "A script that can run twice cannot contain revision "
                        + step.revision().describe() + " in " + step.revision().location() + ": " + why + ".",
                Advice.of(
                        "Write one script up to the revision before it and one from " + id + " on (",
                        Advice.target(id + ":heads"),
                        "), and run the revision itself in between: ",
                        Advice.command("upgrade", Advice.target(id))));
    }
}
