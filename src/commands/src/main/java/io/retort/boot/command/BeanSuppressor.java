package io.retort.boot.command;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.sql.init.dependency.DatabaseInitializerDetector;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.util.ClassUtils;

/**
 * Keeps the application's beans from doing anything by themselves. There is no lifecycle, no event and no database
 * initializer, and all beans are lazy. Entity manager factories are created only if the command needs the entity model,
 * or if a revision uses one.
 *
 * <p>It must run after all other post-processors. It is therefore registered as a singleton, which Spring finds after
 * all definitions, and has no order.
 */
final class BeanSuppressor implements BeanFactoryPostProcessor {

    private static final String FACTORY_BEAN = "org.springframework.orm.jpa.AbstractEntityManagerFactoryBean";
    private static final String SESSION_FACTORY_BEAN = "org.springframework.orm.jpa.hibernate.LocalSessionFactoryBean";

    private final Environment environment;
    private final boolean withModel;
    private final CommandBeans revisionBeans;

    BeanSuppressor(Environment environment, boolean withModel, CommandBeans revisionBeans) {
        this.environment = environment;
        this.withModel = withModel;
        this.revisionBeans = revisionBeans;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        DefaultListableBeanFactory beans = (DefaultListableBeanFactory) factory;
        replace(beans, AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME, new SuppressedLifecycle());
        replace(
                beans,
                AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME,
                new SilentEventMulticaster());
        removeInitializers(beans);
        if (!withModel) {
            named(beans, FACTORY_BEAN).forEach(name -> revisionBeans.withhold(beans, name));
        }
        // The metadata capture does not apply to this bean, and the bean would run Hibernate's schema tool.
        named(beans, SESSION_FACTORY_BEAN).forEach(beans::removeBeanDefinition);
        for (String name : beans.getBeanDefinitionNames()) {
            beans.getBeanDefinition(name).setLazyInit(true);
        }
    }

    private static void replace(DefaultListableBeanFactory beans, String name, Object replacement) {
        if (beans.containsBeanDefinition(name)) {
            beans.removeBeanDefinition(name);
        } else if (beans.containsSingleton(name)) {
            beans.destroySingleton(name);
        }
        beans.registerSingleton(name, replacement);
    }

    /**
     * No bean depends on a database initializer afterwards, so lazy initializers are never created. The detectors run
     * again because AOT-processed bean definitions do not record what was detected.
     */
    private void removeInitializers(DefaultListableBeanFactory beans) {
        SpringFactoriesLoader.forDefaultResourceLocation(beans.getBeanClassLoader())
                .load(DatabaseInitializerDetector.class, ArgumentResolver.of(Environment.class, environment))
                .forEach(detector -> removeFromDependencies(beans, detector.detect(beans)));
    }

    private static void removeFromDependencies(DefaultListableBeanFactory beans, Set<String> initializers) {
        for (String name : beans.getBeanDefinitionNames()) {
            String[] dependencies = beans.getBeanDefinition(name).getDependsOn();
            if (dependencies != null) {
                beans.getBeanDefinition(name)
                        .setDependsOn(Arrays.stream(dependencies)
                                .filter(dependency -> !initializers.contains(dependency))
                                .toArray(String[]::new));
            }
        }
    }

    private static List<String> named(DefaultListableBeanFactory beans, String className) {
        ClassLoader loader = beans.getBeanClassLoader();
        if (!ClassUtils.isPresent(className, loader)) {
            return List.of();
        }
        Class<?> type = ClassUtils.resolveClassName(className, loader);
        return Arrays.stream(beans.getBeanNamesForType(type, true, false))
                .map(name -> name.startsWith("&") ? name.substring(1) : name)
                .filter(beans::containsBeanDefinition)
                .toList();
    }
}
