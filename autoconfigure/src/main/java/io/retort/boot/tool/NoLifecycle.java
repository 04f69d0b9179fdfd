package io.retort.boot.tool;

import org.springframework.context.LifecycleProcessor;

/** Starts nothing and stops nothing, so that no message listener, scheduler or server comes up. */
final class NoLifecycle implements LifecycleProcessor {

    @Override
    public void onRefresh() {}

    @Override
    public void onClose() {}

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
        return false;
    }
}
