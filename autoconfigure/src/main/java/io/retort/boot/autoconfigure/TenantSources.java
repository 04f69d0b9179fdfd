package io.retort.boot.autoconfigure;

import io.retort.boot.autoconfigure.properties.TenantProperties;
import io.retort.error.RetortException;
import io.retort.internal.database.SqlErrorText;
import io.retort.internal.dialect.Dialects;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.jdbc.metadata.DataSourcePoolMetadata;
import org.springframework.boot.jdbc.metadata.DataSourcePoolMetadataProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/**
 * Selects the source of a unit's tenants: a list, a query or a bean.
 */
final class TenantSources {

    /** Parallelism for a data source without a connection pool. */
    private static final int WITHOUT_POOL = 4;

    private final ListableBeanFactory beans;
    private final TenantProperties properties;
    private final String prefix;

    /**
     * @param beans the application's bean factory
     * @param properties the unit's tenant properties
     * @param prefix the prefix of these properties, such as {@code retort.tenants}
     */
    TenantSources(ListableBeanFactory beans, TenantProperties properties, String prefix) {
        this.beans = beans;
        this.properties = properties;
        this.prefix = prefix;
    }

    /**
     * Returns the tenants' databases of a unit, if each tenant has its own.
     *
     * @param onlyUnit whether the application has a single unit, so that the bean's name can be omitted
     * @return the databases; empty if the unit has no tenants, or a schema for each
     * @throws RetortException if several sources are set, or if the named bean does not exist
     */
    Optional<TenantDatabases> databases(boolean onlyUnit) {
        refuseSeveral();
        if (properties.getBean() != null) {
            return databases(properties.getBean());
        }
        return properties.areConfigured() || !onlyUnit ? Optional.empty() : onlyDatabases();
    }

    private Optional<TenantDatabases> onlyDatabases() {
        Optional<TenantDatabases> only =
                Optional.ofNullable(beans.getBeanProvider(TenantDatabases.class).getIfUnique());
        if (only.isPresent() && beans.getBeanNamesForType(TenantSchemas.class, true, false).length > 0) {
            throw new RetortException(
                    "The application has beans of type TenantSchemas and of type TenantDatabases.",
                    "Set " + prefix + ".bean to the name of the one that provides the tenants.");
        }
        return only;
    }

    private Optional<TenantDatabases> databases(String bean) {
        if (!beans.containsBean(bean)) {
            throw unnamed(bean);
        }
        if (beans.isTypeMatch(bean, TenantDatabases.class)) {
            return Optional.of(beans.getBean(bean, TenantDatabases.class));
        }
        if (beans.isTypeMatch(bean, TenantSchemas.class)) {
            return Optional.empty();
        }
        if (!beans.isTypeMatch(bean, DataSource.class)) {
            throw unnamed(bean);
        }
        return Optional.of(new RoutedDatabases(routing(bean)));
    }

    /** The routing data source can be wrapped, for example to fetch connections lazily. */
    private AbstractRoutingDataSource routing(String bean) {
        DataSource dataSource = beans.getBean(bean, DataSource.class);
        while (!(dataSource instanceof AbstractRoutingDataSource routing)) {
            if (!(dataSource instanceof DelegatingDataSource wrapper) || wrapper.getTargetDataSource() == null) {
                throw unnamed(bean);
            }
            dataSource = wrapper.getTargetDataSource();
        }
        return routing;
    }

    /**
     * Returns the tenants of the unit that uses the given data source, with a schema each.
     *
     * @param dataSource the unit's data source; never null
     * @param onlyUnit whether the application has a single unit, so that the bean's name can be omitted
     * @return the tenants; empty if the unit has no tenants
     * @throws RetortException if several sources are set, or if the named bean does not exist
     */
    Optional<UnitTenants> schemas(DataSource dataSource, boolean onlyUnit) {
        return source(dataSource, onlyUnit)
                .map(source ->
                        new UnitTenants(new SchemaPlaces(dataSource, source, () -> usual(dataSource)), properties));
    }

    private Optional<TenantSchemas> source(DataSource dataSource, boolean onlyUnit) {
        refuseSeveral();
        if (!properties.getSchemas().isEmpty()) {
            return Optional.of(properties::getSchemas);
        }
        if (properties.getQuery() != null) {
            return Optional.of(() -> query(dataSource, properties.getQuery()));
        }
        if (properties.getBean() != null) {
            return Optional.of(named(properties.getBean()));
        }
        return onlyUnit
                ? Optional.ofNullable(beans.getBeanProvider(TenantSchemas.class).getIfUnique())
                : Optional.empty();
    }

    private void refuseSeveral() {
        long configured = Stream.of(
                        properties.getSchemas().isEmpty() ? null : "schemas",
                        properties.getQuery(),
                        properties.getBean())
                .filter(Objects::nonNull)
                .count();
        if (configured > 1) {
            throw new RetortException(
                    "The tenants are configured in several ways: " + prefix
                            + ".schemas, .query and .bean exclude each other.",
                    "Keep one of them.");
        }
    }

    private TenantSchemas named(String bean) {
        if (!beans.containsBean(bean) || !beans.isTypeMatch(bean, TenantSchemas.class)) {
            throw unnamed(bean);
        }
        return beans.getBean(bean, TenantSchemas.class);
    }

    private RetortException unnamed(String bean) {
        List<String> names = Stream.of(TenantSchemas.class, TenantDatabases.class, AbstractRoutingDataSource.class)
                .flatMap(type -> Arrays.stream(beans.getBeanNamesForType(type, true, false)))
                .toList();
        return new RetortException(
                "The property " + prefix + ".bean=" + bean
                        + " does not name a bean of type TenantSchemas, TenantDatabases or AbstractRoutingDataSource.",
                names.isEmpty()
                        ? "The application has no such bean: define one, or set " + prefix + ".query or .schemas."
                        : "The application's beans of these types are " + String.join(", ", names) + ".");
    }

    private List<String> query(DataSource dataSource, @Nullable String query) {
        try {
            return new JdbcTemplate(dataSource)
                    .queryForList(Objects.requireNonNull(query), String.class).stream()
                            .filter(Objects::nonNull)
                            .toList();
        } catch (DataAccessException failure) {
            throw new RetortException(
                    "The query for the tenants failed: " + SqlErrorText.of(failure.getMostSpecificCause()),
                    "Correct " + prefix + ".query: it must return one column, the names of the schemas.",
                    failure);
        }
    }

    /** One connection of the pool stays free for the monitor of a long statement. */
    private int usual(DataSource dataSource) {
        return definesInParallel(dataSource) ? ofThePool(dataSource) : 1;
    }

    private static boolean definesInParallel(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return Dialects.of(connection).sessions().definesInParallel();
        } catch (SQLException heardByWhoeverConnectsNext) {
            return true;
        }
    }

    private int ofThePool(DataSource dataSource) {
        return beans.getBeanProvider(DataSourcePoolMetadataProvider.class).stream()
                .map(provider -> provider.getDataSourcePoolMetadata(dataSource))
                .filter(Objects::nonNull)
                .map(DataSourcePoolMetadata::getMax)
                .filter(max -> max != null && max > 0)
                .findFirst()
                .map(max -> Math.max(1, max - 1))
                .orElse(WITHOUT_POOL);
    }
}
