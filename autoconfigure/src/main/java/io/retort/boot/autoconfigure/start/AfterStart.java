package io.retort.boot.autoconfigure.start;

import io.retort.error.RetortException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Runs what was put off when the application is ready, beside it and once. What fails is logged; it is pending at the next
 * start.
 */
public final class AfterStart implements ApplicationListener<ApplicationReadyEvent>, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(AfterStart.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Runnable> work = new CopyOnWriteArrayList<>();
    private volatile @Nullable Thread thread;

    /** Puts something off. */
    public void add(Runnable later) {
        work.add(later);
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (work.isEmpty()) {
            return;
        }
        Thread beside = new Thread(this::run, "retort-after-start");
        thread = beside;
        beside.start();
    }

    private void run() {
        for (Runnable one : work) {
            try {
                one.run();
            } catch (RetortException failure) {
                LOG.error("Retort: {}{}{}", failure.what(), System.lineSeparator(), failure.action());
            } catch (RuntimeException failure) {
                LOG.error("Retort: what was put off until the application is ready failed", failure);
            }
        }
        work.clear();
    }

    /** Waits until the work is done, or for as long as others wait for an application to stop. */
    @Override
    public void destroy() throws InterruptedException {
        Thread running = thread;
        if (running != null) {
            running.join(PATIENCE.toMillis());
        }
    }
}
