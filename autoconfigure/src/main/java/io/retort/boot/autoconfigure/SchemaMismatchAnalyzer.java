package io.retort.boot.autoconfigure;

import io.retort.Retort;
import io.retort.boot.internal.CommandForm;
import io.retort.boot.internal.RunStyle;
import io.retort.error.Advice;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains a failure of {@code ddl-auto=validate}: the entities need a change that no revision makes. Applies only to
 * applications that use Retort.
 */
final class SchemaMismatchAnalyzer extends AbstractFailureAnalyzer<SchemaManagementException> {

    private static final Advice ADVICE = Advice.of(
            "See all differences with ",
            Advice.command("check"),
            ", and write the missing revision with ",
            Advice.command("revision", Advice.option("message", "...")));

    private final BeanFactory beans;

    SchemaMismatchAnalyzer(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SchemaManagementException cause) {
        if (!hasRetort()) {
            return null;
        }
        return new FailureAnalysis(
                "The entities and the database differ, although no revision is pending. Hibernate reports: "
                        + cause.getMessage(),
                ADVICE.in(RunStyle.ofStart(CommandForm.of(beans), null)),
                cause);
    }

    private boolean hasRetort() {
        return beans instanceof ListableBeanFactory listable
                && listable.getBeanNamesForType(Retort.class, true, false).length > 0;
    }
}
