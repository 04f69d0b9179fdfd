package io.retort.boot.autoconfigure.failure;

import io.retort.error.RetortException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says a failure of Retort's in its own two sentences when an application does not start because of it. */
final class RetortFailureAnalyzer extends AbstractFailureAnalyzer<RetortException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, RetortException cause) {
        return new FailureAnalysis(cause.what(), cause.action(), cause);
    }
}
