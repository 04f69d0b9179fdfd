package io.retort.test;

import io.retort.Retort;
import io.retort.diff.EntityComparison;
import io.retort.diff.author.Difference;
import io.retort.diff.model.CapturedMetadata;
import io.retort.diff.model.MetadataCapture;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.SmartPersistenceUnitInfo;
import org.springframework.util.ClassUtils;

/** The entities of a running application, described to Hibernate once more as its factory bean describes them. */
final class LiveModel {

    private static final String FACTORY = "org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean";

    private LiveModel() {}

    /** Compares the entities of the application's persistence unit; empty without JPA. */
    static Optional<Supplier<Difference>> comparison(ApplicationContext application, DataSource dataSource) {
        if (!ClassUtils.isPresent(FACTORY, application.getClassLoader())) {
            return Optional.empty();
        }
        return application.getBeanProvider(LocalContainerEntityManagerFactoryBean.class).stream()
                .findFirst()
                .map(factory -> new EntityComparison(dataSource, capture(factory), application.getBean(Retort.class)));
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
