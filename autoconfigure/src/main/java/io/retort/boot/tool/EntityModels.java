package io.retort.boot.tool;

import io.retort.diff.internal.model.CapturedMetadata;
import io.retort.diff.internal.model.MetadataCapture;
import io.retort.error.RetortException;
import jakarta.persistence.spi.PersistenceUnitInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.SmartPersistenceUnitInfo;

/**
 * Captures Hibernate's metadata of every entity manager factory bean, with a persistence provider that creates no
 * entity manager factory.
 */
final class EntityModels implements BeanPostProcessor {

    private final Map<String, CapturedMetadata> captured = new LinkedHashMap<>();

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof AbstractEntityManagerFactoryBean factory) {
            reach(factory);
            factory.setPersistenceProvider(capture(beanName));
            factory.setBootstrapExecutor(null);
        }
        return bean;
    }

    /**
     * Returns the metadata of all persistence units, by the names of their entity manager factory beans.
     *
     * @throws RetortException if the application has no entity manager factory
     */
    Map<String, CapturedMetadata> of(ListableBeanFactory beans) {
        beans.getBeansOfType(AbstractEntityManagerFactoryBean.class);
        if (captured.isEmpty()) {
            throw JpaPresence.noEntities(
                    "The application has no JPA entities that Retort can see: it has no entity manager factory.");
        }
        return Collections.unmodifiableMap(captured);
    }

    private MetadataCapture capture(String beanName) {
        return new MetadataCapture(
                EntityModels::managedPackages,
                new SpringObjenesis()::newInstance,
                metadata -> captured.put(beanName, metadata));
    }

    private static Collection<String> managedPackages(PersistenceUnitInfo info) {
        return info instanceof SmartPersistenceUnitInfo smart ? smart.getManagedPackages() : List.of();
    }

    /** Without a connection, Hibernate would report a missing dialect instead of an unreachable database. */
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

    /** Carries the driver's exception through Spring to the failure report. */
    static final class UnreachableDatabase extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        UnreachableDatabase(SQLException cause) {
            super(cause);
        }
    }
}
