package io.retort.boot.autoconfigure.tenant;

import java.util.Collection;

/**
 * Tells which schemas are tenants'. Asked at the start, before anything may use the database through Spring: a bean asks its
 * data source, and not a {@code JdbcClient} or a repository, which wait for Retort.
 */
@FunctionalInterface
public interface TenantSchemas {

    /** The names of the schemas, in the order in which they are to be upgraded. */
    Collection<String> names();
}
