package io.retort.boot.autoconfigure;

import io.retort.error.AdviceStyle;
import io.retort.error.RetortException;
import io.retort.internal.log.PrintableLog;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Runs deferred work once the application is ready: first revisions, in a thread that keeps the process alive, then backfills,
 * in a thread that does not. A failure is logged; the revisions stay pending until the next start.
 */
final class BackgroundUpgrade implements ApplicationListener<ApplicationEvent>, DisposableBean {

    private static final PrintableLog LOG = PrintableLog.of(BackgroundUpgrade.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How often an instance looks whether it can continue a backfill that another one ran, or that was paused. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final List<Work> work = new CopyOnWriteArrayList<>();
    private final List<Backfill> backfills = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private volatile @Nullable Thread filling;
    private volatile @Nullable ApplicationContext context;

    /** Backfills of one database. */
    @FunctionalInterface
    interface Backfill {

        /**
         * Runs the backfills that no other instance runs.
         *
         * @param stops true before the next batch if the application stops
         * @return whether there is nothing left to do
         */
        boolean run(BooleanSupplier stops);
    }

    /** Backfills, and the style of the advice if they fail. */
    private static final class StyledBackfill implements Backfill {

        private final AdviceStyle style;
        private final Backfill backfill;

        StyledBackfill(AdviceStyle style, Backfill backfill) {
            this.style = style;
            this.backfill = backfill;
        }

        /** What failed is not tried again before the next start. */
        @Override
        public boolean run(BooleanSupplier stops) {
            try {
                return backfill.run(stops);
            } catch (RetortException failure) {
                log(failure, style);
            } catch (RuntimeException failure) {
                LOG.error("Retort: the backfill after the application start failed", failure);
            }
            return true;
        }
    }

    /** Work, and the style of the advice if it fails. */
    private static final class Work {

        private final AdviceStyle style;
        private final Runnable task;

        Work(AdviceStyle style, Runnable task) {
            this.style = style;
            this.task = task;
        }

        AdviceStyle style() {
            return style;
        }

        Runnable task() {
            return task;
        }
    }

    /**
     * Adds work to run when the application is ready.
     *
     * @param style renders what to do if it fails; never null
     * @param later the work; never null
     */
    public void add(AdviceStyle style, Runnable later) {
        work.add(new Work(style, later));
    }

    /**
     * Adds backfills to run when the application is ready, after the work. They run again until there is nothing left.
     *
     * @param style renders what to do if one fails
     * @param backfill the backfills of one database
     */
    void fill(AdviceStyle style, Backfill backfill) {
        backfills.add(new StyledBackfill(style, backfill));
    }

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        if (event instanceof ApplicationReadyEvent ready) {
            begin(ready.getApplicationContext());
        } else if (event instanceof ContextClosedEvent closed && closed.getApplicationContext() == context) {
            await();
        }
    }

    private void begin(ApplicationContext ready) {
        if (work.isEmpty() && backfills.isEmpty()) {
            return;
        }
        context = ready;
        Thread beside = new Thread(this::run, "retort-after-start");
        thread = beside;
        beside.start();
    }

    /** Runs before any bean is destroyed, because the work needs the data source and may need entity managers. */
    private void await() {
        try {
            destroy();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        for (Work one : work) {
            try {
                one.task().run();
            } catch (RetortException failure) {
                log(failure, one.style());
            } catch (RuntimeException failure) {
                LOG.error("Retort: the upgrade after the application start failed", failure);
            }
        }
        work.clear();
        if (!backfills.isEmpty()) {
            Thread fills = new Thread(this::fill, "retort-backfill");
            fills.setDaemon(true);
            filling = fills;
            fills.start();
        }
    }

    private void fill() {
        try {
            do {
                backfills.removeIf(backfill -> backfill.run(() -> closing.getCount() == 0));
            } while (!backfills.isEmpty() && !closing.await(LOOK.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void log(RetortException failure, AdviceStyle style) {
        LOG.paragraph(
                "Retort",
                failure.what() + System.lineSeparator() + failure.advice().in(style));
    }

    /** Ends backfills after their present batch, and waits for the work to finish, for at most 20 seconds. */
    @Override
    public void destroy() throws InterruptedException {
        closing.countDown();
        Thread running = thread;
        if (running != null) {
            running.join(PATIENCE.toMillis());
        }
        Thread fills = filling;
        if (fills != null) {
            fills.join(PATIENCE.toMillis());
        }
    }
}
