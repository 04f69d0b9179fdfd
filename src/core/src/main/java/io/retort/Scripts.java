package io.retort;

import io.retort.dialect.Dialect;
import io.retort.dialect.ScriptFormat.ScriptGuard;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.database.HistoryTable;
import io.retort.internal.execute.Runner;
import io.retort.internal.execute.Sink;
import io.retort.internal.history.History;
import io.retort.internal.prepare.StepPreparation;
import io.retort.internal.script.BackfillKeys;
import io.retort.internal.script.GuardedScriptSink;
import io.retort.internal.script.ScriptSink;
import io.retort.internal.state.HistorySchema;
import io.retort.operation.DataOperation;
import io.retort.revision.Direction;
import io.retort.revision.Plan;
import io.retort.revision.Planner;
import io.retort.revision.RevisionInfo;
import io.retort.run.AppliedRevision;
import io.retort.run.AppliedRevision.AppliedState;
import io.retort.run.PreparedStep;
import io.retort.schema.QualifiedName;
import java.time.Duration;
import java.util.List;

/**
 * Writes commands as SQL scripts, without a connection.
 */
final class Scripts {

    private final History history;
    private final QualifiedName table;
    private final Dialect dialect;

    /**
     * @param history the revisions
     * @param table the name of the history table
     * @param dialect the product that the script is for
     */
    Scripts(History history, QualifiedName table, Dialect dialect) {
        this.history = history;
        this.table = table;
        this.dialect = dialect;
    }

    /** Returns the script for a database that is exactly at the start of the range. */
    String move(Direction direction, String range) {
        Plan plan = plan(direction, range);
        StringBuilder script = new StringBuilder();
        ScriptSink sink = new ScriptSink(script, dialect);
        if (!plan.isEmpty()) {
            sink.open();
        }
        if (plan.before().isEmpty() && !plan.isEmpty()) {
            sink.write(applied().create());
        }
        run(prepared(plan), sink);
        return script.toString();
    }

    /** A script cannot query the key of a table, so a backfill gets the primary key that the history produces. */
    private List<PreparedStep> prepared(Plan plan) {
        List<PreparedStep> steps = new StepPreparation(history, dialect)
                .prepare(plan).stream().map(PreparedStep::beforeStart).toList();
        return steps.stream().noneMatch(Scripts::fills)
                ? steps
                : new BackfillKeys(HistorySchema.of(history, dialect).snapshot(), dialect).in(steps);
    }

    private static boolean fills(PreparedStep step) {
        return step.operations().stream().anyMatch(each -> each.operation() instanceof DataOperation.Backfill);
    }

    /** Returns the script for a database that has the start of the range and perhaps some revisions above it. */
    String guarded(Direction direction, String range) {
        ScriptGuard guard = dialect.scriptGuard().orElseThrow(this::cannotAsk);
        Plan plan = plan(direction, range);
        StringBuilder script = new StringBuilder();
        if (!plan.isEmpty()) {
            GuardedScriptSink sink = new GuardedScriptSink(script, applied(), guard);
            sink.open(direction == Direction.UP ? plan.before() : List.of());
            run(prepared(plan), sink);
        }
        return script.toString();
    }

    /** Returns the script that changes only the history table. */
    String stamp(List<String> targets, boolean purge) {
        Plan plan = new Planner(history.graph()).offlineStamp(targets);
        StringBuilder script = new StringBuilder();
        ScriptSink sink = new ScriptSink(script, dialect);
        if (purge || !plan.isEmpty()) {
            sink.open();
        }
        if (purge) {
            sink.write(List.of(applied().clear()));
        } else if (plan.before().isEmpty() && !plan.after().isEmpty()) {
            sink.write(applied().create());
        }
        List<AppliedRevision> rows = purge ? List.of() : rows(plan);
        run(new StampPlanner(history.graph(), rows, purge).steps(plan.after()), sink);
        return script.toString();
    }

    private Plan plan(Direction direction, String range) {
        Planner planner = new Planner(history.graph());
        return direction == Direction.UP ? planner.offlineUpgrade(range) : planner.offlineDowngrade(range);
    }

    private List<AppliedRevision> rows(Plan plan) {
        return history.graph().ancestors(plan.before(), true).stream()
                .map(Scripts::row)
                .toList();
    }

    private static AppliedRevision row(RevisionInfo revision) {
        return new AppliedRevision(
                revision.id(),
                revision.parents(),
                revision.message(),
                null,
                AppliedState.APPLIED,
                0,
                null,
                null,
                null,
                Duration.ZERO);
    }

    private HistoryTable applied() {
        return new HistoryTable(table, dialect);
    }

    private void run(List<PreparedStep> steps, Sink sink) {
        Runner.ofScript(applied(), sink).run(steps);
    }

    private RetortException cannotAsk() {
        return new RetortException(
                "A script for " + dialect.name()
                        + " cannot check which revisions are applied: the product has no procedural SQL.",
                Advice.of(
                        "Write a script that runs once, from the current state of the database: ",
                        Advice.command("upgrade", Advice.option("sql"), Advice.target("<from>:heads"))));
    }
}
