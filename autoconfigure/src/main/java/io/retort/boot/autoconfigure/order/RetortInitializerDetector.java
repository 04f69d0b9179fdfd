package io.retort.boot.autoconfigure.order;

import io.retort.boot.autoconfigure.RetortInitializer;
import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.core.env.Environment;

/**
 * Tells Spring Boot that {@link RetortInitializer} initializes the database: what uses the database waits for it.
 *
 * <p>It runs after Flyway and Liquibase and before {@code data.sql}. Where {@code defer-datasource-initialization} makes
 * JPA an initializer too, it runs before JPA, together with {@link DeferredInitializationDetector}.
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
