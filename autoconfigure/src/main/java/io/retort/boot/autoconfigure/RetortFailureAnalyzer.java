package io.retort.boot.autoconfigure;

import io.retort.boot.internal.CommandForm;
import io.retort.boot.internal.RunStyle;
import io.retort.boot.internal.UnreachableDatabase;
import io.retort.error.RetortException;
import io.retort.internal.text.PrintableText;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
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
    private final BeanFactory beans;

    RetortFailureAnalyzer(Environment environment, BeanFactory beans) {
        this.environment = environment;
        this.beans = beans;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, RetortException cause) {
        RetortException described = unreachable(cause).orElse(cause);
        return new FailureAnalysis(
                PrintableText.paragraph(described.what()),
                PrintableText.paragraph(described.advice().in(RunStyle.ofStart(CommandForm.of(beans), unit(cause)))),
                cause);
    }

    private static RunStyle.@Nullable Unit unit(RetortException failure) {
        return failure instanceof UnitFailedException ofUnit ? ofUnit.settings().advised() : null;
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
