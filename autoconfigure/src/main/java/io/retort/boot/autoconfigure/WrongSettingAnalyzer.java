package io.retort.boot.autoconfigure;

import io.retort.boot.internal.WrongSetting;
import io.retort.internal.text.PrintableText;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;

/**
 * Explains a property {@code retort.*} with an invalid value, in the words of the commands. It comes before Spring Boot's
 * analyzer, whose text names classes and constants of Java.
 */
final class WrongSettingAnalyzer extends AbstractFailureAnalyzer<BindException> implements Ordered {

    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        return WrongSetting.of(cause)
                .map(setting -> new FailureAnalysis(
                        PrintableText.paragraph(setting.what()), PrintableText.paragraph(setting.action()), cause))
                .orElse(null);
    }
}
