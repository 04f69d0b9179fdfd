package io.retort.boot.autoconfigure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.retort.run.BackfillProgress;
import io.retort.run.RunListener;
import io.retort.run.StepReport;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Metrics of backfills by table: counters of rows, and gauges of what is left. Tenants that are upgraded at the same time add up. A
 * run without a backfill requests no registry.
 */
final class BackfillMetrics implements RunListener {

    private final Supplier<@Nullable MeterRegistry> registries;
    private final Map<Thread, BackfillProgress> running = new ConcurrentHashMap<>();
    private final Set<String> tables = ConcurrentHashMap.newKeySet();

    /**
     * Creates a listener.
     *
     * @param registries provides the registry, or null; called during a backfill
     */
    BackfillMetrics(Supplier<@Nullable MeterRegistry> registries) {
        this.registries = registries;
    }

    @Override
    public void backfill(BackfillProgress progress) {
        MeterRegistry registry = registries.get();
        if (registry == null) {
            return;
        }
        BackfillProgress before = running.put(Thread.currentThread(), progress);
        if (tables.add(progress.table())) {
            gauges(registry, progress.table());
        }
        boolean continues = before != null && before.table().equals(progress.table());
        count(registry, "retort.backfill.rows.read", progress, continues ? progress.read() - before.read() : 0);
        count(registry, "retort.backfill.rows.filled", progress, continues ? progress.filled() - before.filled() : 0);
    }

    @Override
    public void after(StepReport report, int number, int total) {
        running.remove(Thread.currentThread());
    }

    @Override
    public void end(@Nullable Throwable failure) {
        running.remove(Thread.currentThread());
    }

    /** A pass that begins again has fewer rows than the position before. */
    private static void count(MeterRegistry registry, String name, BackfillProgress progress, long rows) {
        registry.counter(name, "table", progress.table()).increment(Math.max(0, rows));
    }

    private void gauges(MeterRegistry registry, String table) {
        Gauge.builder(
                        "retort.backfill.rows.left",
                        () -> of(table, BackfillMetrics::rowsLeft).sum())
                .description("Rows that running backfills have not read yet")
                .tag("table", table)
                .baseUnit("rows")
                .register(registry);
        Gauge.builder(
                        "retort.backfill.time.left",
                        () -> of(table, BackfillMetrics::secondsLeft).max().orElse(0))
                .description("Estimated remaining time of running backfills")
                .tag("table", table)
                .baseUnit("seconds")
                .register(registry);
    }

    private DoubleStream of(String table, ToDoubleFunction<BackfillProgress> value) {
        return running.values().stream()
                .filter(progress -> progress.table().equals(table))
                .mapToDouble(value);
    }

    private static double rowsLeft(BackfillProgress progress) {
        Long estimate = progress.estimate();
        return estimate == null ? Double.NaN : Math.max(0, estimate - progress.read());
    }

    private static double secondsLeft(BackfillProgress progress) {
        Duration left = progress.left();
        return left == null ? Double.NaN : left.toSeconds();
    }
}
