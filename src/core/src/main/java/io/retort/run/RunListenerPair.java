package io.retort.run;

import io.retort.run.PreparedStep.StatementPosition;
import io.retort.run.RunListener.LockWait;
import io.retort.run.RunListener.Retry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notifies two listeners; an exception of the first does not keep the second from being notified. */
final class RunListenerPair implements RunListener {

    private final RunListener first;
    private final RunListener second;

    RunListenerPair(RunListener first, RunListener second) {
        first = first.isolated();
        this.first = first;
        this.second = second;
    }

    @Override
    public void waiting(LockWait wait) {
        first.waiting(wait);
        second.waiting(wait);
    }

    @Override
    public void begin(String database, int total) {
        first.begin(database, total);
        second.begin(database, total);
    }

    @Override
    public void begin(String database, List<PreparedStep> steps) {
        first.begin(database, steps);
        second.begin(database, steps);
    }

    @Override
    public void before(PreparedStep step, int number, int total) {
        first.before(step, number, total);
        second.before(step, number, total);
    }

    @Override
    public void statement(StatementPosition position, int total) {
        first.statement(position, total);
        second.statement(position, total);
    }

    @Override
    public void warning(String sentence) {
        first.warning(sentence);
        second.warning(sentence);
    }

    @Override
    public void exiting(String sentence) {
        first.exiting(sentence);
        second.exiting(sentence);
    }

    @Override
    public void after(StepReport report, int number, int total) {
        first.after(report, number, total);
        second.after(report, number, total);
    }

    @Override
    public void retrying(Retry retry) {
        first.retrying(retry);
        second.retrying(retry);
    }

    @Override
    public void progress(String text) {
        first.progress(text);
        second.progress(text);
    }

    @Override
    public void backfill(BackfillProgress progress) {
        first.backfill(progress);
        second.backfill(progress);
    }

    @Override
    public void end(@Nullable Throwable failure) {
        first.end(failure);
        second.end(failure);
    }
}
