package io.retort.boot.command;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Keeps Spring Boot from reporting a failure again that the command of a watched run has reported. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class WatchedFailureReporter implements SpringBootExceptionReporter {

    /**
     * Creates the reporter; called by Spring Boot.
     *
     * @param context the application that failed
     */
    WatchedFailureReporter(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        return WatchedRun.current().flatMap(WatchedRun::outcome).isPresent();
    }
}
