package io.retort.boot.tool;

import io.retort.diff.model.CapturedMetadata;
import io.retort.diff.model.MetadataCapture;
import io.retort.error.RetortException;
import jakarta.persistence.spi.PersistenceUnitInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.SmartPersistenceUnitInfo;

/**
 * Collects what the entities ask for: every entity manager factory bean of the application, Boot's or made by hand, gets
 * a persistence provider that only describes.
 */
final class EntityModels implements BeanPostProcessor {

    private final List<CapturedMetadata> captured = new ArrayList<>();
    private final MetadataCapture capture =
            new MetadataCapture(EntityModels::managedPackages, new SpringObjenesis()::newInstance, captured::add);

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof AbstractEntityManagerFactoryBean factory) {
            reach(factory);
            factory.setPersistenceProvider(capture);
            factory.setBootstrapExecutor(null);
        }
        return bean;
    }

    /**
     * The models of all persistence units, in the order of their beans.
     *
     * @throws RetortException when the application has none
     */
    List<CapturedMetadata> of(ListableBeanFactory beans) {
        beans.getBeansOfType(AbstractEntityManagerFactoryBean.class);
        if (captured.isEmpty()) {
            throw new RetortException(
                    "The application has no JPA entities that Retort can see: it has no entity manager factory.",
                    "Add spring-boot-starter-data-jpa and an @Entity, or write an empty revision:"
                            + " mvn migrate:revision -Dempty -Dmessage=...");
        }
        return List.copyOf(captured);
    }

    private static Collection<String> managedPackages(PersistenceUnitInfo info) {
        return info instanceof SmartPersistenceUnitInfo smart ? smart.getManagedPackages() : List.of();
    }

    /** Without a connection Hibernate complains about a missing dialect instead of the database that is away. */
    private static void reach(AbstractEntityManagerFactoryBean factory) {
        DataSource dataSource = factory.getDataSource();
        if (dataSource == null || isOffline(factory)) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            connection.getMetaData();
        } catch (SQLException failure) {
            throw new UnreachableDatabase(failure);
        }
    }

    private static boolean isOffline(AbstractEntityManagerFactoryBean factory) {
        Object access = factory.getJpaPropertyMap().get("hibernate.boot.allow_jdbc_metadata_access");
        return "false".equals(text(access));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Carries the driver's words through Spring to the report. */
    static final class UnreachableDatabase extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        UnreachableDatabase(SQLException cause) {
            super(cause);
        }
    }
}
