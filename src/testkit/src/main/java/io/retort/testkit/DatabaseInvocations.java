package io.retort.testkit;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Creates one invocation per database for {@link OnDatabases}. */
final class DatabaseInvocations implements TestTemplateInvocationContextProvider {

    /** One invocation, displayed by the name of its database. */
    private record Invocation(TestDatabase database) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int invocationIndex) {
            return database.toString();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new FreshDatabase(database));
        }
    }

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), OnDatabases.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        OnDatabases asked = AnnotationSupport.findAnnotation(context.getTestMethod(), OnDatabases.class)
                .orElseThrow();
        TestDatabase[] databases = asked.value().length == 0 ? TestDatabase.values() : asked.value();
        Set<TestDatabase> only = Settings.current().only();
        return Stream.of(databases).filter(only::contains).map(Invocation::new);
    }

    /** {@code -Dtestdb.only} can exclude all databases of a method. */
    @Override
    public boolean mayReturnZeroTestTemplateInvocationContexts(ExtensionContext context) {
        return true;
    }
}
