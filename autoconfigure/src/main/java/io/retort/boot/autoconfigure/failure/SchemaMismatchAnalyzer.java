package io.retort.boot.autoconfigure.failure;

import io.retort.Retort;
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
                "The entities and the database differ, and Retort has done all that it was to do. Hibernate says: "
                        + cause.getMessage(),
                "See all differences with mvn migrate:check, and write the revision that makes them equal with"
                        + " mvn migrate:revision -Dmessage=...",
                cause);
    }

    private boolean hasRetort() {
        return beans instanceof ListableBeanFactory listable
                && listable.getBeanNamesForType(Retort.class, true, false).length > 0;
    }
}
