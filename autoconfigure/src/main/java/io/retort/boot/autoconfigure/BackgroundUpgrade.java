package io.retort.boot.autoconfigure;

import io.retort.error.AdviceStyle;
import io.retort.error.RetortException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Runs deferred work once the application is ready, in a thread of its own. A failure is logged; the revisions stay
 * pending until the next start.
 */
final class BackgroundUpgrade implements ApplicationListener<ApplicationEvent>, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundUpgrade.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Work> work = new CopyOnWriteArrayList<>();
    private volatile @Nullable Thread thread;
    private volatile @Nullable ApplicationContext context;

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

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        if (event instanceof ApplicationReadyEvent ready) {
            begin(ready.getApplicationContext());
        } else if (event instanceof ContextClosedEvent closed && closed.getApplicationContext() == context) {
            await();
        }
    }

    private void begin(ApplicationContext ready) {
        if (work.isEmpty()) {
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
                LOG.error(
                        "Retort: {}{}{}",
                        failure.what(),
                        System.lineSeparator(),
                        failure.advice().in(one.style()));
            } catch (RuntimeException failure) {
                LOG.error("Retort: the upgrade after the application start failed", failure);
            }
        }
        work.clear();
    }

    /** Waits for the work to finish, for at most 20 seconds. */
    @Override
    public void destroy() throws InterruptedException {
        Thread running = thread;
        if (running != null) {
            running.join(PATIENCE.toMillis());
        }
    }
}
