package io.retort.boot.autoconfigure.failure;

import io.retort.error.RetortException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/**
 * Reports a {@link RetortException} that stopped the application start as problem and action. For an unreachable
 * database, it adds the URL.
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

    /** A failed statement has its own report, so only failures of the connection itself qualify. */
    private Optional<RetortException> unreachable(RetortException failure) {
        return failure.getClass() == RetortException.class
                ? Stream.iterate(failure.getCause(), Objects::nonNull, Throwable::getCause)
                        .limit(DEEPEST)
                        .flatMap(cause -> UnreachableDatabase.of(cause, environment).stream())
                        .findFirst()
                : Optional.empty();
    }
}
