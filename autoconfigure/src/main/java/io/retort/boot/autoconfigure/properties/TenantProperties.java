package io.retort.boot.autoconfigure.properties;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tenants with a schema and a history each, in one database. */
public class TenantProperties {

    /** Names of the tenants' schemas. */
    private List<String> schemas = new ArrayList<>();

    /** Query on the unit's database whose only column is the names of the tenants' schemas. */
    private @Nullable String query;

    /** Name of the TenantSchemas bean that tells them; the only one is found without. */
    private @Nullable String bean;

    /** How many schemas are worked on at once; one less than the data source's pool has connections, or 4 without a pool, when not set. */
    private @Nullable Integer parallelism;

    /** Whether no further schema is begun when one has failed. */
    private boolean stopOnFailure;

    /** Whether an application starts although some tenants' schemas could not be upgraded. */
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

    /** Whether anything says who the tenants are. */
    public boolean areSaid() {
        return !schemas.isEmpty() || query != null || bean != null;
    }
}
