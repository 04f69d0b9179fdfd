package io.retort.boot.autoconfigure;

import io.retort.Retort;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;

/** Explains that no JDBC driver accepts the URL. Applies only to applications that use Retort. */
final class MissingDriverAnalyzer implements FailureAnalyzer {

    private final Environment environment;
    private final BeanFactory beans;

    MissingDriverAnalyzer(Environment environment, BeanFactory beans) {
        this.environment = environment;
        this.beans = beans;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        if (!(beans instanceof ListableBeanFactory listable)
                || listable.getBeanNamesForType(Retort.class, true, false).length == 0) {
            return null;
        }
        return MissingDriver.of(failure, environment)
                .map(told -> new FailureAnalysis(
                        told.what(), told.advice().in(RunStyle.ofStart(Launch.of(beans), null)), failure))
                .orElse(null);
    }
}
