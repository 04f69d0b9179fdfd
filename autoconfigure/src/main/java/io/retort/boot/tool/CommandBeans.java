package io.retort.boot.tool;

import io.retort.boot.autoconfigure.scan.RevisionBeanAccess;
import io.retort.migration.Phase;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/**
 * The beans that a command gives to revisions: what they ask for and nothing else. The entity manager factories are kept aside
 * while the context is refreshed, which would create them, and are given back for the first revision that runs after a start.
 */
final class CommandBeans implements RevisionBeanAccess {

    private final boolean deferred;
    private final Map<String, BeanDefinition> withheld = new LinkedHashMap<>();
    private DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

    CommandBeans(boolean deferred) {
        this.deferred = deferred;
    }

    /** Takes a definition out of the factory. */
    void withhold(DefaultListableBeanFactory factory, String name) {
        beans = factory;
        withheld.put(name, factory.getBeanDefinition(name));
        factory.removeBeanDefinition(name);
    }

    /** Revisions of the first phase run before JPA in an application that starts, and a command is no other. */
    @Override
    public void prepare(Phase phase) {
        if (phase == Phase.AFTER_START) {
            withheld.forEach(beans::registerBeanDefinition);
            withheld.clear();
        }
    }

    @Override
    public boolean deferred() {
        return deferred;
    }

    @Override
    public boolean isWithheld(String beanName) {
        return withheld.containsKey(beanName);
    }
}
