package io.retort.test;

import io.retort.boot.autoconfigure.RetortUnit;
import io.retort.boot.autoconfigure.RetortUnits;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
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

/** Invokes the test method once for each check, after the check has passed. */
final class HistoryChecks implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        RetortTest test = AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), RetortTest.class)
                .orElseThrow();
        return Arrays.stream(test.value()).map(check -> new CheckInvocation(check, test.unit()));
    }

    private record CheckInvocation(HistoryCheck check, String unit) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int index) {
            return check.words();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of((BeforeTestExecutionCallback) context -> check.run(checks(context, unit)));
        }
    }

    private static HistoryCheckRunner checks(ExtensionContext context, String name) {
        ApplicationContext application = SpringExtension.getApplicationContext(context);
        RetortUnit unit = unit(application.getBean(RetortUnits.class), name);
        DisposableDatabaseCheck.require(application, unit.database().dataSource());
        return new HistoryCheckRunner(
                unit.retort(), unit.database().dataSource(), LiveModel.comparison(application, unit));
    }

    private static RetortUnit unit(RetortUnits units, String name) {
        if (name.isEmpty() && units.several()) {
            throw new RetortException(
                    "The application has several units: " + units.names() + ".",
                    "Select the unit to check: @RetortTest(unit = \""
                            + units.all().get(0).name() + "\").",
                    ExitStatus.USAGE);
        }
        return name.isEmpty() ? units.all().get(0) : units.named(name);
    }
}
