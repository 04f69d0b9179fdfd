package io.retort.boot.autoconfigure;

import io.retort.boot.autoconfigure.properties.TenantProperties;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.tenant.TenantRun;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The tenants of a unit: schemas in one database, or databases, that each have their own history. */
public final class UnitTenants {

    private static final int NAMED = 5;

    private final TenantPlaces places;
    private final TenantProperties properties;

    /** Creates the tenants of a unit. */
    UnitTenants(TenantPlaces places, TenantProperties properties) {
        this.places = places;
        this.properties = properties;
    }

    /**
     * Queries the tenants again.
     *
     * @return the tenants and the existing schemas or databases; never null
     * @throws RetortException if the database cannot be reached or the source fails
     */
    public Found find() {
        return places.find();
    }

    /** Returns a data source whose connections use the schema or the database of a tenant. */
    public DataSource in(String tenant) {
        return places.in(tenant);
    }

    /**
     * Returns a data source whose connections use the first tenant's schema or database. The tenants are queried when
     * the first connection is opened.
     */
    public DataSource inTheFirst() {
        return places.inTheFirst();
    }

    /** Returns whether each tenant has a database of its own, and not a schema in a common one. */
    public boolean areDatabases() {
        return places.areDatabases();
    }

    TenantPlaces places() {
        return places;
    }

    /** Returns a run over the tenants with the configured parallelism that reports to {@code progress}. */
    public TenantRun run(TenantRun.Progress progress) {
        Integer configured = properties.getParallelism();
        return new TenantRun(
                Math.max(1, configured == null ? places.parallelism() : configured),
                properties.isStopOnFailure(),
                progress);
    }

    /** Returns whether the application starts although some tenants could not be upgraded. */
    public boolean tolerated() {
        return properties.isTolerateFailures();
    }

    /**
     * The tenants at one point in time.
     *
     * @param names the names of the tenants, in order; those of their schemas if they have a common database
     * @param existing all schemas of that database, or the names of all tenants that have a database
     */
    public record Found(List<String> names, Set<String> existing) {

        /**
         * Checks that a tenant's schema exists.
         *
         * @throws RetortException if it does not exist
         */
        public void require(String tenant) {
            if (!existing.contains(tenant)) {
                throw new RetortException(
                        "The tenant's schema " + tenant + " does not exist in this database.",
                        "Create the schema when you create the tenant, or remove it from the tenants.");
            }
        }

        /**
         * Returns the tenant with the given name, or the first tenant if the name is null. Case matters only if several
         * names differ in nothing else.
         *
         * @param name the tenant's name, or null
         * @return the name, as the database spells it if it is that of a schema; never null
         * @throws RetortException with {@link ExitStatus#USAGE} if there is no such tenant, or with another status if
         *     its schema does not exist
         */
        public String required(@Nullable String name) {
            if (names.isEmpty()) {
                throw new RetortException(
                        "There are no tenants.",
                        Advice.of("Create the first tenant: ", Advice.setting("tenants"), " returned no tenants."),
                        ExitStatus.USAGE);
            }
            String tenant = name == null ? names.get(0) : named(name);
            require(tenant);
            return tenant;
        }

        private String named(String name) {
            return names.stream()
                    .filter(tenant -> tenant.equals(name))
                    .findFirst()
                    .or(() -> names.stream()
                            .filter(tenant -> tenant.equalsIgnoreCase(name))
                            .findFirst())
                    .orElseThrow(() -> new RetortException(
                            "There is no tenant \"" + name + "\".",
                            "The " + names.size() + " tenants are " + some() + ".",
                            ExitStatus.USAGE));
        }

        private String some() {
            String some = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
            return names.size() > NAMED ? some + " and " + (names.size() - NAMED) + " more" : some;
        }
    }
}
