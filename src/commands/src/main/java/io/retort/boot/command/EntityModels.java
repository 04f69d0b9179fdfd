package io.retort.boot.command;

import io.retort.diff.ModelComparison;
import io.retort.diff.internal.model.MetadataCapture;
import io.retort.diff.metadata.CapturedMetadata;
import io.retort.error.Advice;
import io.retort.error.AdviceStyle;
import io.retort.error.RetortException;
import jakarta.persistence.spi.PersistenceUnitInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.SmartPersistenceUnitInfo;

/**
 * Captures Hibernate's metadata of every entity manager factory bean, with a persistence provider that creates no
 * entity manager factory.
 */
final class EntityModels implements BeanPostProcessor {

    private static final String METADATA_ACCESS = "hibernate.boot.allow_jdbc_metadata_access";

    /** Hibernate would refuse entities whose sequence was changed, or take over what the database has. */
    private static final Map<String, String> SEQUENCES =
            Map.of("hibernate.id.sequence.increment_size_mismatch_strategy", "none");

    private static final int DEEPEST = 50;

    private final Map<String, CapturedMetadata> captured = new LinkedHashMap<>();
    private final boolean offline;
    private final AdviceStyle style;
    private final Function<@Nullable DataSource, OfflineProduct> product;
    private final UnaryOperator<DataSource> ofTenant;

    /**
     * Creates a capture.
     *
     * @param offline whether to build the metadata without a connection
     * @param product returns the product for which the metadata of a data source is built without a connection
     * @param ofTenant returns the data source of a tenant for one that selects the database of the current tenant;
     *     otherwise the same
     */
    EntityModels(
            boolean offline,
            Function<@Nullable DataSource, OfflineProduct> product,
            UnaryOperator<DataSource> ofTenant,
            AdviceStyle style) {
        this.style = style;
        this.offline = offline;
        this.product = product;
        this.ofTenant = ofTenant;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof AbstractEntityManagerFactoryBean factory) {
            factory.getJpaPropertyMap().putAll(SEQUENCES);
            selectTenant(factory);
            Optional<String> withoutDatabase = withoutDatabase(factory);
            withoutDatabase.ifPresent(reason -> buildOffline(factory));
            factory.setPersistenceProvider(capture(beanName, withoutDatabase));
            factory.setBootstrapExecutor(null);
        }
        return bean;
    }

    /**
     * Returns the metadata of all persistence units, by the names of their entity manager factory beans.
     *
     * @param required whether an application without an entity manager factory is a mistake
     * @throws RetortException if the application has no entity manager factory, and the command needs one
     */
    Map<String, CapturedMetadata> of(ListableBeanFactory beans, boolean required) {
        beans.getBeansOfType(AbstractEntityManagerFactoryBean.class);
        if (captured.isEmpty() && required) {
            throw JpaPresence.noEntities(
                    "The application has no JPA entities that Retort can see: it has no entity manager factory.");
        }
        return Collections.unmodifiableMap(captured);
    }

    /**
     * Returns the failure of a bean that connects to a database which does not answer; empty for any other failure. The
     * metadata is built without a connection, but a bean that JPA needs can open one.
     */
    static Optional<RetortException> needsDatabase(Throwable failure) {
        String bean = null;
        for (Throwable cause : causes(failure)) {
            if (cause instanceof BeanCreationException ofBean) {
                bean = ofBean.getBeanName();
            } else if (cause instanceof SQLException noAnswer && ModelComparison.isUnreachable(noAnswer)) {
                return Optional.ofNullable(bean).map(name -> needsDatabase(name, noAnswer));
            }
        }
        return Optional.empty();
    }

    private static List<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .toList();
    }

    private static RetortException needsDatabase(String bean, SQLException failure) {
        return new RetortException(
                "The entities cannot be read without a database: JPA needs the bean " + bean
                        + ", which connects to the database when it is created, and "
                        + ModelComparison.noAnswer(failure) + ".",
                "Start the database, or let the bean connect when it is first used.");
    }

    private MetadataCapture capture(String beanName, Optional<String> withoutDatabase) {
        return new MetadataCapture(
                EntityModels::managedPackages,
                new SpringObjenesis()::newInstance,
                metadata -> captured.put(
                        beanName, withoutDatabase.map(metadata::withoutDatabase).orElse(metadata)));
    }

    private static Collection<String> managedPackages(PersistenceUnitInfo info) {
        return info instanceof SmartPersistenceUnitInfo smart ? smart.getManagedPackages() : List.of();
    }

    private void selectTenant(AbstractEntityManagerFactoryBean factory) {
        DataSource given = factory.getDataSource();
        if (!offline && given != null && factory instanceof LocalContainerEntityManagerFactoryBean container) {
            DataSource used = ofTenant.apply(given);
            if (used != given) {
                container.setDataSource(used);
            }
        }
    }

    /** Returns why no connection is used; empty if the database answers. */
    private Optional<String> withoutDatabase(AbstractEntityManagerFactoryBean factory) {
        if (offline) {
            return Optional.of(Advice.option("offline").in(style) + " was given");
        }
        DataSource dataSource = factory.getDataSource();
        if (dataSource == null || isOffline(factory)) {
            return Optional.empty();
        }
        try (Connection connection = dataSource.getConnection()) {
            connection.getMetaData();
            return Optional.empty();
        } catch (SQLException failure) {
            if (ModelComparison.isUnreachable(failure)) {
                return Optional.of(ModelComparison.noAnswer(failure));
            }
            throw new DatabaseNotReached(failure);
        }
    }

    /** Hibernate chooses its dialect by the name of the product, unless the application names the dialect itself. */
    private void buildOffline(AbstractEntityManagerFactoryBean factory) {
        Map<String, Object> properties = factory.getJpaPropertyMap();
        properties.put(METADATA_ACCESS, "false");
        product.apply(factory.getDataSource()).addTo(properties);
    }

    private static boolean isOffline(AbstractEntityManagerFactoryBean factory) {
        Object access = factory.getJpaPropertyMap().get(METADATA_ACCESS);
        return "false".equals(text(access));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Carries the driver's exception through Spring to the failure report. */
    static final class DatabaseNotReached extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        DatabaseNotReached(SQLException cause) {
            super(cause);
        }
    }
}
