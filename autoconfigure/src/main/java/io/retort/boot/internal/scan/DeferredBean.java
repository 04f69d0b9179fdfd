package io.retort.boot.internal.scan;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.TargetSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.MethodParameter;

/** Resolves a constructor parameter of a migration when one of its methods is first called. */
final class DeferredBean implements TargetSource {

    private final DependencyDescriptor dependency;
    private final DefaultListableBeanFactory beans;

    private DeferredBean(DependencyDescriptor dependency, DefaultListableBeanFactory beans) {
        this.dependency = dependency;
        this.beans = beans;
    }

    /** Returns a proxy, or the bean itself if its type cannot be proxied. */
    static @Nullable Object of(Constructor<?> constructor, int index, DefaultListableBeanFactory beans) {
        DependencyDescriptor dependency = new DependencyDescriptor(new MethodParameter(constructor, index), true);
        DeferredBean source = new DeferredBean(dependency, beans);
        Class<?> type = dependency.getDependencyType();
        return canBeStoodFor(type) ? source.proxy(type) : source.getTarget();
    }

    private static boolean canBeStoodFor(Class<?> type) {
        return !Modifier.isFinal(type.getModifiers())
                && !ObjectFactory.class.isAssignableFrom(type)
                && type != Optional.class
                && type != Object.class;
    }

    private Object proxy(Class<?> type) {
        ProxyFactory factory = new ProxyFactory();
        factory.setTargetSource(this);
        if (type.isInterface()) {
            factory.addInterface(type);
        } else {
            factory.setProxyTargetClass(true);
        }
        return factory.getProxy(type.getClassLoader());
    }

    @Override
    public Class<?> getTargetClass() {
        return dependency.getDependencyType();
    }

    @Override
    public boolean isStatic() {
        return false;
    }

    @Override
    public @Nullable Object getTarget() {
        return beans.resolveDependency(dependency, null);
    }
}
