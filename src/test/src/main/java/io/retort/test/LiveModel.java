package io.retort.test;

import io.retort.boot.autoconfigure.RetortUnit;
import io.retort.diff.EntityComparison;
import io.retort.diff.author.Difference;
import io.retort.diff.internal.model.MetadataCapture;
import io.retort.diff.metadata.CapturedMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.SmartPersistenceUnitInfo;
import org.springframework.util.ClassUtils;

/**
 * Reads the entities of a running application. The session factory keeps no boot-time metadata, so it is built again
 * with the settings of the application's factory bean.
 */
final class LiveModel {

    private static final String FACTORY = "org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean";

    private LiveModel() {}

    /** Returns the comparison for the entities of a unit; empty if there is no entity manager factory. */
    static Optional<Supplier<Difference>> comparison(ApplicationContext application, RetortUnit unit) {
        if (!ClassUtils.isPresent(FACTORY, application.getClassLoader())) {
            return Optional.empty();
        }
        return Factories.of(application, unit)
                .map(factory -> new EntityComparison(unit.database().dataSource(), capture(factory), unit.retort()));
    }

    /** A separate class, which is only loaded if JPA is present. */
    private static final class Factories {

        static Optional<LocalContainerEntityManagerFactoryBean> of(ApplicationContext application, RetortUnit unit) {
            Optional<String> named = unit.settings().entityManagerFactory();
            if (named.isPresent()) {
                return Optional.of(
                        application.getBean("&" + named.get(), LocalContainerEntityManagerFactoryBean.class));
            }
            Stream<LocalContainerEntityManagerFactoryBean> all =
                    application.getBeanProvider(LocalContainerEntityManagerFactoryBean.class).stream();
            return unit.settings().own() == null
                    ? all.findFirst()
                    : all.filter(factory -> factory.getDataSource() != null
                                    && unit.database().usesDataSource(factory.getDataSource()))
                            .findFirst();
        }
    }

    private static CapturedMetadata capture(LocalContainerEntityManagerFactoryBean factory) {
        List<CapturedMetadata> captured = new ArrayList<>();
        MetadataCapture capture = new MetadataCapture(
                info -> info instanceof SmartPersistenceUnitInfo smart ? smart.getManagedPackages() : List.of(),
                new SpringObjenesis()::newInstance,
                captured::add);
        capture.createContainerEntityManagerFactory(
                Objects.requireNonNull(factory.getPersistenceUnitInfo()), factory.getJpaPropertyMap());
        return captured.get(0);
    }
}
