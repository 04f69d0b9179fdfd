package io.retort.boot.command;

import org.springframework.context.LifecycleProcessor;

/** Starts no lifecycle beans, so that no message listener, scheduler or server starts. */
final class SuppressedLifecycle implements LifecycleProcessor {

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
