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

/**
 * Selects the source of a unit's tenants: a list, a query or a bean.
 *
 * @param beans the application's bean factory
 * @param properties the unit's tenant properties
 * @param prefix the prefix of these properties, such as {@code retort.tenants}
 */
record TenantSchemasResolver(ListableBeanFactory beans, TenantProperties properties, String prefix) {

    /** Parallelism for a data source without a connection pool. */
    private static final int WITHOUT_POOL = 4;

    /**
     * Returns the tenants of the unit that uses the given data source.
     *
     * @param dataSource the unit's data source; never null
     * @param onlyUnit whether the application has a single unit, so that the bean's name can be omitted
     * @return the tenants; empty if the unit has no tenants
     * @throws RetortException if several sources are set, or if the named bean does not exist
     */
    public Optional<UnitTenants> on(DataSource dataSource, boolean onlyUnit) {
        return source(dataSource, onlyUnit)
                .map(source -> new UnitTenants(dataSource, source, properties, () -> usual(dataSource)));
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
        long said = Stream.of(
                        properties.getSchemas().isEmpty() ? null : "schemas",
                        properties.getQuery(),
                        properties.getBean())
                .filter(Objects::nonNull)
                .count();
        if (said > 1) {
            throw new RetortException(
                    "The tenants are configured in several ways: " + prefix
                            + ".schemas, .query and .bean exclude each other.",
                    "Keep one of them.");
        }
    }

    private TenantSchemas named(String bean) {
        String[] names = beans.getBeanNamesForType(TenantSchemas.class, true, false);
        if (!Arrays.asList(names).contains(bean)) {
            throw new RetortException(
                    "The property " + prefix + ".bean=" + bean + " does not name a bean of type TenantSchemas.",
                    names.length == 0
                            ? "The application has no such bean: define one, or set " + prefix + ".query or .schemas."
                            : "The application's beans of this type are " + String.join(", ", names) + ".");
        }
        return beans.getBean(bean, TenantSchemas.class);
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
