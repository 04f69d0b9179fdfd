package io.retort.run;

import io.retort.error.RetortException;
import io.retort.operation.Statement;
import io.retort.run.database.AppliedTable;
import io.retort.run.prepare.PreparedOperation;
import io.retort.run.prepare.PreparedStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends prepared steps into a sink, and with each step the statement that notes it in the table of revisions.
 *
 * @param table the table of revisions
 * @param sink where the statements go
 * @param user who applies the revisions; null to let the database say it
 * @param listener told about each step
 */
public record Runner(
        AppliedTable table, Sink sink, @Nullable String user, RunListener listener) {

    /**
     * Runs the steps in order and stops at the first that fails.
     *
     * @throws MigrationFailedException if a statement fails; it says what is done and what is not
     */
    public List<StepReport> run(List<PreparedStep> steps) {
        List<StepReport> reports = new ArrayList<>();
        for (PreparedStep step : steps) {
            int number = reports.size() + 1;
            listener.before(step, number, steps.size());
            StepReport report = run(step, new Progress(steps, reports.size()));
            reports.add(report);
            listener.after(report, number, steps.size());
        }
        return reports;
    }

    private StepReport run(PreparedStep step, Progress progress) {
        long begun = System.nanoTime();
        try {
            sink.begin(step);
            for (PreparedOperation operation : step.operations()) {
                progress.enter(operation);
                send(operation, progress);
            }
            progress.leave();
            Duration duration = Duration.ofNanos(System.nanoTime() - begun);
            sink.accept(note(step, duration));
            sink.end(step);
            return new StepReport(step.revision(), step.step().direction(), step.size(), duration);
        } catch (RetortException e) {
            sink.fail(step);
            throw e;
        } catch (Exception e) {
            throw new MigrationFailedException(progress, sink.fail(step), e);
        }
    }

    private void send(PreparedOperation operation, Progress progress) throws Exception {
        for (Statement statement : operation.statements()) {
            progress.enter(statement);
            sink.accept(statement);
            progress.done();
        }
    }

    private Statement.Sql note(PreparedStep step, Duration duration) {
        return step.isUpgrade()
                ? table.insert(step.revision(), step.checksum(), user, user == null ? null : duration)
                : table.delete(step.revision());
    }
}
