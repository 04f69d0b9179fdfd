package io.retort.boot.autoconfigure.failure;

import io.retort.error.RetortException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/**
 * Says a failure of Retort's in its own two sentences when an application does not start because of it. A database that is
 * away is told with its URL.
 */
final class RetortFailureAnalyzer extends AbstractFailureAnalyzer<RetortException> {

    private static final int DEEPEST = 50;

    private final Environment environment;

    RetortFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, RetortException cause) {
        RetortException told = unreachable(cause).orElse(cause);
        return new FailureAnalysis(told.what(), told.action(), cause);
    }

    /** Only where nothing but the connection failed: a failing statement has a report of its own. */
    private Optional<RetortException> unreachable(RetortException failure) {
        return failure.getClass() == RetortException.class
                ? Stream.iterate(failure.getCause(), Objects::nonNull, Throwable::getCause)
                        .limit(DEEPEST)
                        .flatMap(cause -> UnreachableDatabase.of(cause, environment).stream())
                        .findFirst()
                : Optional.empty();
    }
}
