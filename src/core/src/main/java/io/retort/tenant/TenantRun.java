package io.retort.tenant;

import io.retort.error.RetortException;
import io.retort.internal.log.PrintableLog;
import io.retort.tenant.TenantReport.TenantResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs the same work for many tenants, several at a time.
 *
 * <pre>{@code
 * TenantReport<RunReport> report = new TenantRun(4, true, (result, number, total) -> {})
 *         .run(List.of("acme", "globex"), tenant -> retortOf(tenant).upgrade("heads"));
 * }</pre>
 */
public final class TenantRun {

    private final int parallel;
    private final boolean stopOnFailure;
    private final Progress progress;

    /**
     * Creates a run.
     *
     * @param parallel the number of tenants at once; at least 1
     * @param stopOnFailure whether to start no further tenant after a failure
     * @param progress notified after each tenant
     */
    public TenantRun(int parallel, boolean stopOnFailure, Progress progress) {
        this.parallel = parallel;
        this.stopOnFailure = stopOnFailure;
        this.progress = progress;
    }

    /** Returns the number of tenants at once. */
    public int parallel() {
        return parallel;
    }

    /** Is notified about finished tenants, by one thread at a time. */
    @FunctionalInterface
    public interface Progress {

        /**
         * A tenant is finished.
         *
         * @param result its result
         * @param number the number of finished tenants, this one included
         * @param total the number of all tenants
         */
        void done(TenantResult<?> result, int number, int total);
    }

    /**
     * Does the work for each tenant and returns when all of them are finished.
     *
     * @param <T> the result of the work
     * @param tenants the names of the tenants
     * @param work the work for one tenant; a {@link RuntimeException} or {@link Error} fails this tenant only
     * @throws RetortException if the thread is interrupted; started tenants finish, and no further tenant starts
     */
    public <T> TenantReport<T> run(List<String> tenants, Function<String, T> work) {
        long begun = System.nanoTime();
        Round<T> round = new Round<>(work, tenants.size(), this);
        ExecutorService threads =
                Executors.newFixedThreadPool(Math.max(1, Math.min(parallel, tenants.size())), TenantRun::thread);
        List<Future<@Nullable TenantResult<T>>> futures = new ArrayList<>();
        try {
            for (String tenant : tenants) {
                futures.add(threads.submit(() -> round.work(tenant)));
            }
            return report(tenants, futures, begun);
        } catch (InterruptedException e) {
            round.stop();
            Thread.currentThread().interrupt();
            throw new RetortException(
                    "The run over all tenants was interrupted.",
                    "Start it again: it continues with the remaining tenants.",
                    e);
        } finally {
            threads.shutdown();
        }
    }

    private static <T> TenantReport<T> report(
            List<String> tenants, List<Future<@Nullable TenantResult<T>>> futures, long begun)
            throws InterruptedException {
        List<TenantResult<T>> results = new ArrayList<>();
        List<String> notBegun = new ArrayList<>();
        for (int i = 0; i < tenants.size(); i++) {
            TenantResult<T> result = get(futures.get(i));
            if (result == null) {
                notBegun.add(tenants.get(i));
            } else {
                results.add(result);
            }
        }
        return new TenantReport<>(results, notBegun, Duration.ofNanos(System.nanoTime() - begun));
    }

    private static <T> @Nullable TenantResult<T> get(Future<@Nullable TenantResult<T>> future)
            throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "retort-tenant");
        thread.setDaemon(true);
        return thread;
    }

    /** The state that the threads of one run share. */
    private static final class Round<T> {

        private final Function<String, T> work;
        private final int total;
        private final TenantRun run;
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final AtomicInteger done = new AtomicInteger();

        Round(Function<String, T> work, int total, TenantRun run) {
            this.work = work;
            this.total = total;
            this.run = run;
        }

        void stop() {
            stopped.set(true);
        }

        @Nullable
        TenantResult<T> work(String tenant) {
            if (stopped.get()) {
                return null;
            }
            TenantResult<T> result = tryToWork(tenant);
            if (result.failed() && run.stopOnFailure) {
                stop();
            }
            notifyProgress(result);
            return result;
        }

        /** Listeners are observers: what they throw must not lose what was done. */
        private synchronized void notifyProgress(TenantResult<T> result) {
            try {
                run.progress.done(result, done.incrementAndGet(), total);
            } catch (RuntimeException | Error e) {
                PrintableLog.of(TenantRun.class).warn("The progress of the tenants could not be reported", e);
            }
        }

        private TenantResult<T> tryToWork(String tenant) {
            try {
                return new TenantResult<>(tenant, work.apply(tenant), null);
            } catch (RetortException failure) {
                return new TenantResult<>(tenant, null, failure);
            } catch (RuntimeException | Error failure) {
                return new TenantResult<>(
                        tenant,
                        null,
                        new RetortException(
                                "Unexpected: " + failure, "Run it for this tenant alone to see more.", failure));
            }
        }
    }
}
