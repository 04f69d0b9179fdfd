package io.retort.benchmarks.autogenerate;

import java.util.HashMap;
import java.util.Map;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;

/** Binds the entities on the class path with Hibernate. */
final class HibernateEntities {

    private HibernateEntities() {}

    static MetadataImplementor bound(CountingSource source) throws Exception {
        return bound(source, Map.of());
    }

    static MetadataImplementor bound(CountingSource source, Map<String, Object> further) throws Exception {
        Map<String, Object> settings = new HashMap<>(further);
        settings.put("hibernate.connection.datasource", source.dataSource());
        StandardServiceRegistry registry =
                new StandardServiceRegistryBuilder().applySettings(settings).build();
        MetadataSources sources = new MetadataSources(registry);
        Models.onClassPath().forEach(sources::addAnnotatedClass);
        return (MetadataImplementor) sources.buildMetadata();
    }
}
