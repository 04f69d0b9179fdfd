package io.retort.diff.internal.model;

import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.resource.beans.container.spi.BeanContainer;
import org.hibernate.resource.beans.container.spi.ContainedBean;
import org.hibernate.resource.beans.spi.BeanInstanceProducer;

/**
 * Supplies the application's beans to Hibernate, mainly attribute converters. A bean that cannot be created is replaced
 * by an empty instance, because the schema only depends on the types of a converter.
 */
final class TolerantBeanContainer implements BeanContainer {

    private final BeanContainer beans;
    private final Function<Class<?>, Object> emptyInstances;

    TolerantBeanContainer(BeanContainer beans, Function<Class<?>, Object> emptyInstances) {
        this.beans = beans;
        this.emptyInstances = emptyInstances;
    }

    @Override
    public <B> ContainedBean<B> getBean(Class<B> type, LifecycleOptions options, BeanInstanceProducer fallback) {
        return tolerate(type, () -> beans.getBean(type, options, fallback));
    }

    @Override
    public <B> ContainedBean<B> getBean(
            String name, Class<B> type, LifecycleOptions options, BeanInstanceProducer fallback) {
        return tolerate(type, () -> beans.getBean(name, type, options, fallback));
    }

    @Override
    public void stop() {
        beans.stop();
    }

    private <B> ContainedBean<B> tolerate(Class<B> type, Supplier<ContainedBean<B>> lookup) {
        try {
            ContainedBean<B> bean = lookup.get();
            bean.getBeanInstance();
            return bean;
        } catch (RuntimeException cannotBeBuilt) {
            return new EmptyBean<>(type, type.cast(emptyInstances.apply(type)));
        }
    }

    private record EmptyBean<B>(Class<B> getBeanClass, B getBeanInstance) implements ContainedBean<B> {}
}
