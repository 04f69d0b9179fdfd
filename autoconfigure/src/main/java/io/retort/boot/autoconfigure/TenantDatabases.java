package io.retort.boot.autoconfigure;

import java.util.Map;
import javax.sql.DataSource;

/**
 * Provides the databases of an application's tenants, if each tenant has a database of its own. Implement it as a bean.
 *
 * <p>Retort calls it on application start, before anything else uses the databases. It calls it again for each command
 * and each request of the endpoint, so that it can return new tenants at any time. Use a {@link DataSource} directly to
 * read a list of tenants: a {@code JdbcClient} or a repository depends on Retort and is not available yet.
 *
 * <p>Retort opens at most two connections at once for each tenant that it works on, returns them, and does not close
 * the data sources. From a {@code HikariDataSource} with a URL and a user it takes only the settings, and connects
 * without the pool. So no pool is started for a tenant that the application does not use.
 *
 * <pre>{@code
 * @Bean
 * TenantDatabases tenants(TenantDirectory directory) {
 *     return directory::dataSources;
 * }
 * }</pre>
 */
@FunctionalInterface
public interface TenantDatabases {

    /**
     * Returns the data sources by the names of the tenants, in the order in which Retort begins to upgrade them.
     *
     * @return the data sources; empty if there are no tenants yet; never null, without null or blank names and without
     *     null data sources. A name can contain any other character
     */
    Map<String, DataSource> dataSources();
}
