package io.retort.boot.autoconfigure;

import io.retort.boot.internal.RunningStatement;
import io.retort.internal.log.PrintableLog;
import io.retort.internal.text.HumanDuration;
import io.retort.internal.text.Pace;
import io.retort.revision.RevisionInfo;
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.StatementPosition;
import io.retort.run.RunListener;
import io.retort.run.StepReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Logs what a run is about to apply and, every ten seconds, its progress. A thousand short revisions produce few lines,
 * and one long revision still produces some.
 *
 * <p>An instance serves one run at a time.
 */
final class RunProgressLogger implements RunListener {

    private static final PrintableLog LOG = PrintableLog.of(RunProgressLogger.class);
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final String who;
    private final Duration interval;
    private @Nullable ScheduledExecutorService clock;
    private volatile @Nullable Position position;

    /**
     * Progress of a run.
     *
     * @param done the number of finished steps
     * @param running the current step
     * @param begun when the first step began, as {@link System#nanoTime()}
     * @param since when the current step began
     * @param statement the current statement; null before the first one
     */
    private record Position(
            int done,
            int total,
            PreparedStep running,
            long begun,
            long since,
            @Nullable RunningStatement statement) {

        String describe() {
            String verb = running.isUpgrade() ? "applied" : "reverted";
            String pace = new Pace(done, total, elapsed(begun)).describe();
            return done + " of " + total + " revisions " + verb + (pace.isEmpty() ? "" : ", " + pace) + ", running "
                    + running.revision().describe()
                    + (statement == null || elapsed(since).toSeconds() < 1
                            ? ""
                            : " for " + HumanDuration.rounded(elapsed(since)) + ": " + statement.describe());
        }

        private static Duration elapsed(long since) {
            return Duration.ofNanos(System.nanoTime() - since);
        }
    }

    /**
     * Creates a listener.
     *
     * @param who the prefix of each line, such as {@code Retort, unit billing}
     */
    public RunProgressLogger(String who) {
        this(who, INTERVAL);
    }

    RunProgressLogger(String who, Duration interval) {
        this.who = who;
        this.interval = interval;
    }

    @Override
    public synchronized void begin(String database, List<PreparedStep> steps) {
        if (steps.isEmpty()) {
            return;
        }
        LOG.info("{}: {}", who, announcement(database, steps));
        stop();
        clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "retort-progress");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleAtFixedRate(this::logProgress, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static String announcement(String database, List<PreparedStep> steps) {
        List<PreparedStep> recorded =
                steps.stream().filter(step -> step.reason() != null).toList();
        List<PreparedStep> run =
                steps.stream().filter(step -> step.reason() == null).toList();
        List<String> parts = new ArrayList<>();
        if (!recorded.isEmpty()) {
            parts.add("recording " + revisions(recorded) + ", as applied without running: "
                    + recorded.get(0).reason());
        }
        if (!run.isEmpty()) {
            parts.add((run.get(0).isUpgrade() ? "applying " : "reverting ") + revisions(run));
        }
        return database + ": " + String.join("; ", parts);
    }

    private static String revisions(List<PreparedStep> steps) {
        RevisionInfo first = steps.get(0).revision();
        RevisionInfo last = steps.get(steps.size() - 1).revision();
        return steps.size() == 1
                ? "1 revision, " + first.describe()
                : steps.size() + " revisions, from " + first.describe() + " to " + last.describe();
    }

    @Override
    public void before(PreparedStep step, int number, int total) {
        long now = System.nanoTime();
        Position before = position;
        position = new Position(number - 1, total, step, before == null ? now : before.begun(), now, null);
    }

    @Override
    public void statement(StatementPosition place, int total) {
        Position now = position;
        if (now != null) {
            RunningStatement statement = new RunningStatement(place, total, System.nanoTime());
            position = new Position(now.done(), now.total(), now.running(), now.begun(), now.since(), statement);
        }
    }

    @Override
    public void after(StepReport report, int number, int total) {
        Position now = position;
        if (now != null) {
            position = new Position(number, total, now.running(), now.begun(), now.since(), now.statement());
        }
    }

    private void logProgress() {
        Position now = position;
        if (now != null && now.done() < now.total()) {
            LOG.info("{}: {}", who, now.describe());
        }
    }

    @Override
    public synchronized void end(@Nullable Throwable failure) {
        stop();
    }

    private void stop() {
        position = null;
        if (clock != null) {
            clock.shutdownNow();
            clock = null;
        }
    }
}
