package io.retort.boot.command;

import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.adopt.MigrationTool;
import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;
import org.springframework.util.MethodInvoker;

/**
 * The application's bean of another migration tool. Its class is called by name, because Retort does not depend on the
 * tools.
 *
 * @param tool the tool
 * @param object the bean
 */
record ToolBean(MigrationTool tool, Object object) {

    /** The class of Liquibase's bean, which migrates as soon as it is initialized. */
    static final String LIQUIBASE = "liquibase.integration.spring.SpringLiquibase";

    /** Each exception of Liquibase repeats its cause, with the name of its class. */
    private static final Pattern EXCEPTION = Pattern.compile("\\b(?:[a-z]\\w*\\.)+[A-Z]\\w*(?:Exception|Error): ");

    private static final String FLYWAY = "org.flywaydb.core.Flyway";

    /** Returns the bean of a tool, if there is exactly one. */
    static Optional<ToolBean> of(MigrationTool tool, ConfigurableApplicationContext application) {
        String name = switch (tool) {
            case FLYWAY -> FLYWAY;
            case LIQUIBASE -> LIQUIBASE;
        };
        ClassLoader loader = application.getClassLoader();
        if (!ClassUtils.isPresent(name, loader)) {
            return Optional.empty();
        }
        Object bean = application
                .getBeanProvider(ClassUtils.resolveClassName(name, loader))
                .getIfUnique();
        return Optional.ofNullable(bean).map(found -> new ToolBean(tool, found));
    }

    /** Returns the bean of a tool, or refuses an application that has none. */
    static ToolBean require(MigrationTool tool, ConfigurableApplicationContext application) {
        return of(tool, application)
                .orElseThrow(() -> new RetortException(
                        "The application has no bean of " + tool.title() + ", or several of them.",
                        Advice.of("Add spring-boot-starter-" + tool.name().toLowerCase(Locale.ROOT)
                                + ", and remove spring." + tool.name().toLowerCase(Locale.ROOT)
                                + ".enabled if it is false.")));
    }

    /** The message of the cause that the tool names first, without the names of exceptions in it. */
    static String messageOf(Throwable failure) {
        return EXCEPTION.matcher(String.valueOf(failure.getMessage())).replaceAll("");
    }

    /**
     * Calls a method.
     *
     * @throws RetortException with the tool's own message if the method fails
     */
    Object call(Object target, String method, Object... arguments) {
        MethodInvoker invoker = new MethodInvoker();
        invoker.setTargetObject(target);
        invoker.setTargetMethod(method);
        invoker.setArguments(arguments);
        try {
            invoker.prepare();
            Object result = invoker.invoke();
            return result == null ? "" : result;
        } catch (InvocationTargetException failure) {
            Throwable cause = failure.getTargetException();
            throw new RetortException(
                    tool.title() + " failed: " + messageOf(cause),
                    "Correct the migration that it names, then run the command again.",
                    cause);
        } catch (ReflectiveOperationException unknown) {
            throw new RetortException(
                    "This version of " + tool.title() + " has no method " + method + ": " + unknown.getMessage(),
                    "Use the version that Spring Boot manages.",
                    unknown);
        }
    }
}
