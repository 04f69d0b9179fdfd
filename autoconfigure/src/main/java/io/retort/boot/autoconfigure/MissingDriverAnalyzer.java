package io.retort.boot.autoconfigure;

import io.retort.Retort;
import io.retort.boot.internal.CommandForm;
import io.retort.boot.internal.MissingDriver;
import io.retort.boot.internal.RunStyle;
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
                .map(described -> new FailureAnalysis(
                        described.what(),
                        described.advice().in(RunStyle.ofStart(CommandForm.of(beans), null)),
                        failure))
                .orElse(null);
    }
}
