package io.retort.boot.command;

import io.retort.boot.internal.scan.RevisionBeanAccess;
import io.retort.migration.Phase;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/**
 * Beans that revisions can use in a command.
 *
 * <p>The refresh of the context would create the entity manager factories, so their definitions are removed before it.
 * They are registered again for the first revision of phase {@code AFTER_START}.
 */
final class CommandBeans implements RevisionBeanAccess {

    private final boolean deferred;
    private final Map<String, BeanDefinition> withheld = new LinkedHashMap<>();
    private DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

    CommandBeans(boolean deferred) {
        this.deferred = deferred;
    }

    /** Removes a bean definition from the factory and keeps it. */
    void withhold(DefaultListableBeanFactory factory, String name) {
        beans = factory;
        withheld.put(name, factory.getBeanDefinition(name));
        factory.removeBeanDefinition(name);
    }

    /** As in a starting application, revisions of phase {@code START} run without JPA. */
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
