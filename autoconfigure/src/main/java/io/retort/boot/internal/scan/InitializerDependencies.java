package io.retort.boot.internal.scan;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Removes the dependency of beans on Retort's initializer while it runs, so that revisions can use them. A revision may
 * request a {@code JdbcClient}, which Spring Boot makes depend on every database initializer.
 *
 * <p>JPA's beans keep the dependency, because they may read tables that do not exist yet.
 */
final class InitializerDependencies implements AutoCloseable {

    /** A string, because the package of the initializer depends on this package. */
    private static final String INITIALIZER = "io.retort.boot.autoconfigure.RetortInitializer";

    private static final Set<String> JPA = Set.of(
            "org.springframework.orm.jpa.AbstractEntityManagerFactoryBean", "jakarta.persistence.EntityManagerFactory");

    private final DefaultListableBeanFactory beans;
    private final Map<String, String[]> released = new LinkedHashMap<>();

    private InitializerDependencies(DefaultListableBeanFactory beans) {
        this.beans = beans;
    }

    /** Removes the dependencies until {@link #close()}, if the initializer is being created. */
    static InitializerDependencies release(DefaultListableBeanFactory beans) {
        InitializerDependencies dependencies = new InitializerDependencies(beans);
        Set<String> running = new HashSet<>(dependencies.named(INITIALIZER));
        running.removeIf(name -> !beans.isCurrentlyInCreation(name));
        if (!running.isEmpty()) {
            dependencies.release(running);
        }
        return dependencies;
    }

    private void release(Set<String> initializers) {
        Set<String> waiting = new HashSet<>();
        JPA.forEach(type -> waiting.addAll(named(type)));
        for (String name : beans.getBeanDefinitionNames()) {
            BeanDefinition definition = beans.getBeanDefinition(name);
            String[] dependsOn = definition.getDependsOn();
            if (dependsOn != null
                    && !waiting.contains(name)
                    && Arrays.stream(dependsOn).anyMatch(initializers::contains)) {
                released.put(name, dependsOn);
                definition.setDependsOn(Arrays.stream(dependsOn)
                        .filter(dependency -> !initializers.contains(dependency))
                        .toArray(String[]::new));
            }
        }
    }

    private Set<String> named(String className) {
        Set<String> names = new HashSet<>();
        ClassLoader loader = beans.getBeanClassLoader();
        if (ClassUtils.isPresent(className, loader)) {
            for (String name : beans.getBeanNamesForType(ClassUtils.resolveClassName(className, loader), true, false)) {
                names.add(name.startsWith("&") ? name.substring(1) : name);
            }
        }
        return names;
    }

    @Override
    public void close() {
        released.forEach((name, dependsOn) -> beans.getBeanDefinition(name).setDependsOn(dependsOn));
    }
}
