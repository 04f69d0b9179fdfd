package io.retort.boot.autoconfigure.properties;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tenants that each have their own history, in a schema of the unit's database or in a database of their own: {@code retort.tenants.*} or {@code
 * retort.units.<name>.tenants.*}.
 */
public class TenantProperties {

    /** Names of the tenants' schemas. */
    private List<String> schemas = new ArrayList<>();

    /** Query that returns the names of the tenants' schemas in a single column. It runs on the unit's database. */
    private @Nullable String query;

    /**
     * Name of the bean that provides the tenants: TenantSchemas, TenantDatabases, or an AbstractRoutingDataSource whose
     * targets are the tenants' databases. With a single unit and a single TenantSchemas or TenantDatabases bean, the
     * name can be omitted.
     */
    private @Nullable String bean;

    /**
     * How many tenants are processed in parallel. Defaults to 4 if each tenant has a database. For schemas, it defaults
     * to the maximum pool size of the data source minus one, to 4 without a pool, and to 1 on H2.
     */
    private @Nullable Integer parallelism;

    /** Whether to start no further tenant after one has failed. */
    private boolean stopOnFailure;

    /** Whether the application starts although some tenants could not be upgraded. */
    private boolean tolerateFailures;

    public List<String> getSchemas() {
        return schemas;
    }

    public void setSchemas(List<String> schemas) {
        this.schemas = schemas;
    }

    public @Nullable String getQuery() {
        return query;
    }

    public void setQuery(@Nullable String query) {
        this.query = query;
    }

    public @Nullable String getBean() {
        return bean;
    }

    public void setBean(@Nullable String bean) {
        this.bean = bean;
    }

    public @Nullable Integer getParallelism() {
        return parallelism;
    }

    public void setParallelism(@Nullable Integer parallelism) {
        this.parallelism = parallelism;
    }

    public boolean isStopOnFailure() {
        return stopOnFailure;
    }

    public void setStopOnFailure(boolean stopOnFailure) {
        this.stopOnFailure = stopOnFailure;
    }

    public boolean isTolerateFailures() {
        return tolerateFailures;
    }

    public void setTolerateFailures(boolean tolerateFailures) {
        this.tolerateFailures = tolerateFailures;
    }

    /** Returns whether any of the properties that define the tenants is set. */
    public boolean areConfigured() {
        return !schemas.isEmpty() || query != null || bean != null;
    }
}
