package io.retort.boot.autoconfigure.tenant;

import io.retort.boot.autoconfigure.properties.TenantProperties;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.run.database.Secrets;
import io.retort.run.tenant.SchemaDataSource;
import io.retort.run.tenant.Schemas;
import io.retort.tenant.TenantRun;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/** The tenants of a unit, each with a schema of its own in one database. */
public final class UnitTenants {

    private static final int NAMED = 5;

    private final DataSource over;
    private final TenantSchemas source;
    private final TenantProperties properties;
    private final IntSupplier usual;
    private final SingletonSupplier<String> first = SingletonSupplier.of(this::findFirst);

    /**
     * The tenants.
     *
     * @param over the database, as the application reaches it
     * @param source tells their names
     * @param usual how many may be worked on at once where nobody says it
     */
    UnitTenants(DataSource over, TenantSchemas source, TenantProperties properties, IntSupplier usual) {
        this.over = over;
        this.source = source;
        this.properties = properties;
        this.usual = usual;
    }

    /**
     * All tenants, asked for anew.
     *
     * @throws RetortException if they cannot be found out
     */
    public Found find() {
        Collection<String> names = source.names();
        try (Connection connection = over.getConnection()) {
            Schemas schemas = Schemas.of(connection);
            return new Found(
                    schemas.meant(names.stream().filter(name -> !name.isBlank()).toList()), schemas.names());
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot connect to the database: " + Secrets.maskLogin(String.valueOf(e.getMessage())),
                    "Check that the database runs, and that spring.datasource.url, username and password fit it.",
                    Secrets.withoutSecrets(e));
        }
    }

    /** The database in one schema. */
    public DataSource in(String schema) {
        return new SchemaDataSource(over, () -> schema);
    }

    /** The database in the first tenant's schema, which is asked for when a connection is. */
    public DataSource inTheFirst() {
        return new SchemaDataSource(over, first);
    }

    /** How they are worked on. */
    public TenantRun run(TenantRun.Progress progress) {
        Integer said = properties.getParallelism();
        return new TenantRun(
                Math.max(1, said == null ? usual.getAsInt() : said), properties.isStopOnFailure(), progress);
    }

    /** Whether an application starts although some could not be upgraded. */
    public boolean tolerated() {
        return properties.isTolerateFailures();
    }

    private String findFirst() {
        return find().required(null);
    }

    /**
     * What was found.
     *
     * @param names the tenants, in their order
     * @param existing the schemas that the database has
     */
    public record Found(List<String> names, Set<String> existing) {

        /**
         * Makes sure that a tenant has a schema.
         *
         * @throws RetortException if it has none
         */
        public void require(String tenant) {
            if (!existing.contains(tenant)) {
                throw new RetortException(
                        "There is no schema " + tenant + " in this database.",
                        "Create it: a tenant's schema is made by what makes the tenant. Or take it out of the tenants.");
            }
        }

        /**
         * The tenant of that name, or the first one for none, with a schema.
         *
         * @throws RetortException with {@link ExitStatus#USAGE} if there is none
         */
        public String required(@Nullable String name) {
            if (names.isEmpty()) {
                throw new RetortException(
                        "There is no tenant yet.",
                        "Make the first one and its schema: what retort.tenants says answers none.",
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
