package io.retort.fuzz.run;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;

/**
 * Loads the classes of a story for Hibernate. Each start of Hibernate looks for some twenty kinds of services in every
 * archive of the class path. The classes of a story contain none, so a kind without a provider has none in later
 * stories either.
 */
final class StoryClassLoading extends ClassLoaderServiceImpl {

    private final Set<Class<?>> withoutProvider;

    /**
     * @param loader loads the classes of the story
     * @param withoutProvider the kinds of services without a provider, which this class completes
     */
    StoryClassLoading(ClassLoader loader, Set<Class<?>> withoutProvider) {
        super(loader);
        this.withoutProvider = withoutProvider;
    }

    @Override
    public <S> Collection<S> loadJavaServices(Class<S> contract) {
        if (withoutProvider.contains(contract)) {
            return List.of();
        }
        Collection<S> services = super.loadJavaServices(contract);
        if (services.isEmpty()) {
            withoutProvider.add(contract);
        }
        return services;
    }
}
