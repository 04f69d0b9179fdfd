package io.retort.boot.autoconfigure;

import java.util.Collection;

/**
 * Provides the schemas of an application's tenants. Implement it as a bean when neither a list nor a query can name
 * them.
 *
 * <p>Retort calls it on application start, before anything else uses the database. Use the {@link javax.sql.DataSource}
 * directly: a {@code JdbcClient} or a repository depends on Retort and is not available yet.
 *
 * <pre>{@code
 * @Bean
 * TenantSchemas tenants(TenantDirectory directory) {
 *     return directory::schemaNames;
 * }
 * }</pre>
 */
@FunctionalInterface
public interface TenantSchemas {

    /**
     * Returns the names of the schemas, in the order in which Retort begins to upgrade them.
     *
     * @return the names; empty if there are no tenants yet; never null. Blank names are ignored
     */
    Collection<String> names();
}
