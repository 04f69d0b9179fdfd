package io.retort.boot.autoconfigure;

import io.retort.internal.log.PrintableLog;
import io.retort.internal.text.HumanDuration;
import io.retort.internal.text.Pace;
import io.retort.tenant.TenantReport.TenantResult;
import io.retort.tenant.TenantRun;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Logs every ten seconds how many tenants are finished, and which ones run for how long. A run of less than ten seconds logs
 * nothing. Thread-safe.
 */
final class TenantProgress implements TenantRun.Progress, AutoCloseable {

    private static final PrintableLog LOG = PrintableLog.of(UnitStartup.class);
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    /** The number of running tenants that a line names. */
    private static final int NAMED = 3;

    private final String who;
    private final int total;
    private final long begun = System.nanoTime();
    private final ScheduledExecutorService clock;
    private final Map<String, Long> running = new LinkedHashMap<>();
    private int finished;
    private int failed;

    TenantProgress(String who, int total) {
        this(who, total, INTERVAL);
    }

    TenantProgress(String who, int total, Duration interval) {
        this.who = who;
        this.total = total;
        this.clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "retort-progress");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleAtFixedRate(this::logProgress, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does the work of a tenant, which is named while it runs. */
    <T> T running(String tenant, Supplier<T> work) {
        synchronized (running) {
            running.put(tenant, System.nanoTime());
        }
        try {
            return work.get();
        } finally {
            synchronized (running) {
                running.remove(tenant);
            }
        }
    }

    @Override
    public void done(TenantResult<?> result, int number, int all) {
        synchronized (running) {
            finished = number;
            failed += result.failed() ? 1 : 0;
        }
    }

    private void logProgress() {
        synchronized (running) {
            String pace = new Pace(finished, total, Duration.ofNanos(System.nanoTime() - begun)).describe();
            LOG.info(
                    "{}: {} of {} tenants are done, {} failed{}{}",
                    who,
                    finished,
                    total,
                    failed,
                    pace.isEmpty() ? "" : "; " + pace,
                    running.isEmpty() ? "" : "; running " + named());
        }
    }

    /** The tenants that have run longest. */
    private String named() {
        long now = System.nanoTime();
        return running.entrySet().stream()
                        .limit(NAMED)
                        .map(tenant -> tenant.getKey() + " for "
                                + HumanDuration.rounded(Duration.ofNanos(now - tenant.getValue())))
                        .collect(Collectors.joining(", "))
                + (running.size() > NAMED ? " and " + (running.size() - NAMED) + " more" : "");
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
