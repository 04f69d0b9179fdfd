package io.retort.diff.internal.model;

import io.retort.diff.metadata.CapturedMetadata;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.spi.PersistenceUnitInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.hibernate.jpa.boot.internal.PersistenceUnitInfoDescriptor;
import org.hibernate.jpa.boot.spi.Bootstrap;
import org.hibernate.jpa.boot.spi.EntityManagerFactoryBuilder;
import org.hibernate.resource.beans.container.spi.BeanContainer;
import org.jspecify.annotations.Nullable;

/**
 * A persistence provider that builds the metadata of a persistence unit, passes it to a consumer, and stops there.
 *
 * <p>The application's configuration calls it in place of Hibernate's provider. It builds no session factory, so no
 * schema tool of Hibernate can run. The returned entity manager factory can be passed around and closed.
 */
public final class MetadataCapture extends HibernatePersistenceProvider {

    private static final String BEAN_CONTAINER = "hibernate.resource.beans.container";

    private final Function<PersistenceUnitInfo, Collection<String>> managedPackages;
    private final Function<Class<?>, Object> emptyInstances;
    private final Consumer<CapturedMetadata> consumer;

    /**
     * Creates a provider.
     *
     * @param managedPackages returns the packages of a persistence unit whose {@code package-info} is mapped; the JPA
     *     container contract does not include them
     * @param emptyInstances creates an object without running its constructor, for beans that cannot be created
     * @param consumer receives the metadata of each persistence unit
     */
    public MetadataCapture(
            Function<PersistenceUnitInfo, Collection<String>> managedPackages,
            Function<Class<?>, Object> emptyInstances,
            Consumer<CapturedMetadata> consumer) {
        this.managedPackages = managedPackages;
        this.emptyInstances = emptyInstances;
        this.consumer = consumer;
    }

    @Override
    public EntityManagerFactory createContainerEntityManagerFactory(PersistenceUnitInfo info, Map<?, ?> properties) {
        EntityManagerFactoryBuilder builder =
                Bootstrap.getEntityManagerFactoryBuilder(new WithPackages(info), tolerant(properties));
        consumer.accept(
                new CapturedMetadata(info.getPersistenceUnitName(), builder.metadata(), info.getNonJtaDataSource()));
        return DescribedEntityManagerFactory.of(info.getPersistenceUnitName());
    }

    @Override
    public @Nullable EntityManagerFactory createEntityManagerFactory(String unit, Map<?, ?> properties) {
        EntityManagerFactoryBuilder builder = getEntityManagerFactoryBuilderOrNull(unit, tolerant(properties));
        if (builder == null) {
            return null;
        }
        consumer.accept(new CapturedMetadata(unit, builder.metadata(), null));
        return DescribedEntityManagerFactory.of(unit);
    }

    @Override
    public EntityManagerFactory createEntityManagerFactory(PersistenceConfiguration configuration) {
        throw new UnsupportedOperationException("Retort cannot read a programmatic PersistenceConfiguration");
    }

    @Override
    public void generateSchema(PersistenceUnitInfo info, Map<?, ?> properties) {}

    @Override
    public boolean generateSchema(String unit, Map<?, ?> properties) {
        return false;
    }

    private Map<String, Object> tolerant(Map<?, ?> properties) {
        Map<String, Object> copy = new HashMap<>();
        properties.forEach((name, value) -> copy.put(String.valueOf(name), value));
        copy.computeIfPresent(
                BEAN_CONTAINER,
                (name, value) -> value instanceof BeanContainer container
                        ? new TolerantBeanContainer(container, emptyInstances)
                        : value);
        return copy;
    }

    /** Reads packages like managed classes, as Spring's provider does. */
    private final class WithPackages extends PersistenceUnitInfoDescriptor {

        private final List<String> managed;

        WithPackages(PersistenceUnitInfo info) {
            super(info);
            this.managed = new ArrayList<>(info.getManagedClassNames());
            this.managed.addAll(managedPackages.apply(info));
        }

        @Override
        public List<String> getManagedClassNames() {
            return managed;
        }
    }
}
