package io.retort.benchmarks.autogenerate;

import java.util.Map;
import org.hibernate.SessionFactory;

/**
 * Validates with {@code ddl-auto=validate}, by creating a session factory. It binds the entities itself within the
 * measurement.
 */
final class StartingHibernate implements AutogenerateContender {

    @Override
    public int compare(CountingSource source) throws Exception {
        try (SessionFactory factory = HibernateEntities.bound(source, Map.of("hibernate.hbm2ddl.auto", "validate"))
                .buildSessionFactory()) {
            return 0;
        }
    }
}
