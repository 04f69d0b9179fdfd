package io.retort.benchmarks.autogenerate;

import java.util.Map;
import org.hibernate.SessionFactory;

/**
 * {@code validate} as an application has it, with {@code ddl-auto=validate}: by making a session factory. It binds the
 * entities itself, within what is measured.
 */
final class StartingHibernate implements Contender {

    @Override
    public int compare(CountingSource source) throws Exception {
        try (SessionFactory factory = HibernateEntities.bound(source, Map.of("hibernate.hbm2ddl.auto", "validate"))
                .buildSessionFactory()) {
            return 0;
        }
    }
}
