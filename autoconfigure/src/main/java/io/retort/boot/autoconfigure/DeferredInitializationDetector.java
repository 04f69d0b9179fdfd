package io.retort.boot.autoconfigure;

import java.util.Arrays;
import java.util.Set;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.sql.init.dependency.DatabaseInitializerDetector;
import org.springframework.core.env.Environment;

/**
 * Keeps Retort before JPA when {@code spring.jpa.defer-datasource-initialization=true}.
 *
 * <p>That property makes every other initializer depend on the entity manager factory, so that {@code data.sql} runs
 * last. Retort must not depend on it, because {@code ddl-auto=validate} would fail on a schema that Retort has not
 * upgraded yet. This detector detects no initializer. It runs after JPA's detector and removes the dependency that
 * JPA's has added to Retort.
 */
final class DeferredInitializationDetector implements DatabaseInitializerDetector {

    private static final int AFTER_JPA = 10;

    private final Environment environment;

    DeferredInitializationDetector(Environment environment) {
        this.environment = environment;
    }

    static boolean isDeferred(Environment environment) {
        return environment.getProperty("spring.jpa.defer-datasource-initialization", Boolean.class, false);
    }

    @Override
    public Set<String> detect(ConfigurableListableBeanFactory beanFactory) {
        return Set.of();
    }

    @Override
    public void detectionComplete(ConfigurableListableBeanFactory beanFactory, Set<String> initializers) {
        if (!isDeferred(environment)) {
            return;
        }
        for (String name : beanFactory.getBeanNamesForType(RetortInitializer.class, true, false)) {
            withoutInitializers(beanFactory.getBeanDefinition(name), initializers);
        }
    }

    @Override
    public int getOrder() {
        return AFTER_JPA;
    }

    private static void withoutInitializers(BeanDefinition definition, Set<String> initializers) {
        String[] dependencies = definition.getDependsOn();
        if (dependencies != null) {
            definition.setDependsOn(Arrays.stream(dependencies)
                    .filter(name -> !initializers.contains(name))
                    .toArray(String[]::new));
        }
    }
}
