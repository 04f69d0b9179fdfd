package io.retort.test;

import io.retort.Retort;
import io.retort.boot.autoconfigure.RetortDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Runs each check before the test method, once for each. */
final class HistoryChecks implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        RetortTest test = AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), RetortTest.class)
                .orElseThrow();
        return Arrays.stream(test.value()).map(Invocation::new);
    }

    private record Invocation(HistoryCheck check) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int index) {
            return check.words();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of((BeforeTestExecutionCallback) context -> check.run(checks(context)));
        }
    }

    private static Checks checks(ExtensionContext context) {
        ApplicationContext application = SpringExtension.getApplicationContext(context);
        RetortDatabase database = application.getBean(RetortDatabase.class);
        Throwaway.require(application, database.dataSource());
        return new Checks(
                application.getBean(Retort.class),
                database.dataSource(),
                LiveModel.comparison(application, database.dataSource()));
    }
}
