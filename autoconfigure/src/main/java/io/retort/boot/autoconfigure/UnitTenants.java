package io.retort.boot.autoconfigure;

import io.retort.boot.autoconfigure.properties.TenantProperties;
import io.retort.error.Advice;
import io.retort.error.AdviceStyle.Login;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.database.Secrets;
import io.retort.internal.tenant.SchemaDataSource;
import io.retort.internal.tenant.SchemaNames;
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

/** The tenants of a unit: schemas in one database that each have their own history. */
public final class UnitTenants {

    private static final int NAMED = 5;

    private final DataSource over;
    private final TenantSchemas source;
    private final TenantProperties properties;
    private final IntSupplier usual;
    private final SingletonSupplier<String> first = SingletonSupplier.of(this::findFirst);

    /**
     * Creates the tenants of a unit.
     *
     * @param over the application's data source
     * @param source provides the names of the schemas
     * @param usual the parallelism if {@code parallelism} is not set
     */
    UnitTenants(DataSource over, TenantSchemas source, TenantProperties properties, IntSupplier usual) {
        this.over = over;
        this.source = source;
        this.properties = properties;
        this.usual = usual;
    }

    /**
     * Queries the tenants again.
     *
     * @return the tenants and the existing schemas; never null
     * @throws RetortException if the database cannot be reached or the source fails
     */
    public Found find() {
        Collection<String> names = source.names();
        try (Connection connection = over.getConnection()) {
            SchemaNames schemas = SchemaNames.of(connection);
            return new Found(
                    schemas.meant(names.stream().filter(name -> !name.isBlank()).toList()), schemas.names());
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot connect to the database: " + Secrets.maskLogin(String.valueOf(e.getMessage())),
                    Advice.of(
                            "Check that the database is running, and that ",
                            Advice.dataSource(Login.URL, Login.USER, Login.PASSWORD),
                            " are correct."),
                    Secrets.withoutSecrets(e));
        }
    }

    /** Returns a data source whose connections use the given schema. */
    public DataSource in(String schema) {
        return new SchemaDataSource(over, () -> schema);
    }

    /**
     * Returns a data source whose connections use the first tenant's schema. The tenants are queried when the first
     * connection is opened.
     */
    public DataSource inTheFirst() {
        return new SchemaDataSource(over, first);
    }

    /** Returns a run over the tenants with the configured parallelism that reports to {@code progress}. */
    public TenantRun run(TenantRun.Progress progress) {
        Integer said = properties.getParallelism();
        return new TenantRun(
                Math.max(1, said == null ? usual.getAsInt() : said), properties.isStopOnFailure(), progress);
    }

    /** Returns whether the application starts although some tenants could not be upgraded. */
    public boolean tolerated() {
        return properties.isTolerateFailures();
    }

    private String findFirst() {
        return find().required(null);
    }

    /**
     * The tenants and schemas at one point in time.
     *
     * @param names the tenants' schemas, in order
     * @param existing all schemas of the database
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
         * @param name the tenant's schema, or null
         * @return the schema's name, as the database spells it; never null
         * @throws RetortException with {@link ExitStatus#USAGE} if there is no such tenant, or with another status if
         *     its schema does not exist
         */
        public String required(@Nullable String name) {
            if (names.isEmpty()) {
                throw new RetortException(
                        "There are no tenants.",
                        Advice.of(
                                "Create the first tenant and its schema: ",
                                Advice.setting("tenants"),
                                " returned no tenants."),
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
