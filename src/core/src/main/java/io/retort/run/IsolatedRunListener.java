package io.retort.run;

import io.retort.internal.log.PrintableLog;
import io.retort.run.PreparedStep.StatementPosition;
import io.retort.run.RunListener.LockWait;
import io.retort.run.RunListener.Retry;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Protects a run from its listeners: logs whatever a listener throws and continues. */
final class IsolatedRunListener implements RunListener {

    private final RunListener listener;

    /**
     * @param listener the listener
     */
    IsolatedRunListener(RunListener listener) {
        this.listener = listener;
    }

    @Override
    public void waiting(LockWait wait) {
        call(it -> it.waiting(wait));
    }

    @Override
    public void begin(String database, int total) {
        call(it -> it.begin(database, total));
    }

    @Override
    public void begin(String database, List<PreparedStep> steps) {
        call(it -> it.begin(database, steps));
    }

    @Override
    public void before(PreparedStep step, int number, int total) {
        call(it -> it.before(step, number, total));
    }

    @Override
    public void statement(StatementPosition position, int total) {
        call(it -> it.statement(position, total));
    }

    @Override
    public void warning(String sentence) {
        call(it -> it.warning(sentence));
    }

    @Override
    public void exiting(String sentence) {
        call(it -> it.exiting(sentence));
    }

    @Override
    public void after(StepReport report, int number, int total) {
        call(it -> it.after(report, number, total));
    }

    @Override
    public void retrying(Retry retry) {
        call(it -> it.retrying(retry));
    }

    @Override
    public void progress(String text) {
        call(it -> it.progress(text));
    }

    @Override
    public void backfill(BackfillProgress progress) {
        call(it -> it.backfill(progress));
    }

    @Override
    public void end(@Nullable Throwable failure) {
        call(it -> it.end(failure));
    }

    private void call(Consumer<RunListener> event) {
        try {
            event.accept(listener);
        } catch (Exception | Error e) {
            PrintableLog.of(IsolatedRunListener.class)
                    .warn(
                            "A listener of the run failed, and the run continues: {}",
                            listener.getClass().getName(),
                            e);
        }
    }
}
