package io.retort.boot.autoconfigure;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.core.env.Environment;

/**
 * Registers {@link RetortInitializer} as a database initializer, so that beans that use the database depend on it.
 *
 * <p>Retort runs after Flyway and Liquibase and before {@code data.sql}. If {@code defer-datasource-initialization}
 * makes JPA an initializer too, Retort runs before JPA, with the help of {@link DeferredInitializationDetector}.
 */
final class RetortInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

    private static final int BEFORE_JPA = -10;
    private static final int AFTER_OTHER_TOOLS = 2;

    private final Environment environment;

    RetortInitializerDetector(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(RetortInitializer.class);
    }

    @Override
    public int getOrder() {
        return DeferredInitializationDetector.isDeferred(environment) ? BEFORE_JPA : AFTER_OTHER_TOOLS;
    }
}
