package io.retort.boot.autoconfigure;

import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.tenant.SchemaDataSource;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.StringUtils;

/**
 * The database of a unit.
 */
public final class RetortDatabase {

    private final DataSource dataSource;
    private final @Nullable DataSource application;
    private final @Nullable UnitTenants tenants;

    /**
     * Creates a database.
     *
     * @param dataSource the data source that Retort uses; it has no pool if Retort has its own URL or user
     * @param application the application's data source for the same database, or null if unknown
     * @param tenants the tenants, or null if the unit has no tenants; if there are some, the data source uses the first one's
     *     schema or database
     */
    public RetortDatabase(DataSource dataSource, @Nullable DataSource application, @Nullable UnitTenants tenants) {
        this.dataSource = dataSource;
        this.application = application;
        this.tenants = tenants;
    }

    /** Returns the data source that Retort uses. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Returns the application's data source for the same database, or null if it is not known. */
    public @Nullable DataSource application() {
        return application;
    }

    /** Returns the tenants, or null if the unit has none. */
    public @Nullable UnitTenants tenants() {
        return tenants;
    }

    /** Creates a database that Retort and the application reach through the same data source. */
    public RetortDatabase(DataSource dataSource) {
        this(dataSource, dataSource, null);
    }

    /** Creates a database that Retort reaches through a data source of its own. */
    public RetortDatabase(DataSource dataSource, @Nullable DataSource application) {
        this(dataSource, application, null);
    }

    /**
     * Returns the database of a unit, with its tenants if it has some.
     *
     * @param settings the settings of the unit
     * @param beans the application's beans
     * @param details the connection details of the unit
     * @param application finds the data source of the application for this unit, or returns null if that is not clear
     * @param single chooses the only database of a unit whose tenants, if there are some, have schemas in it
     */
    static RetortDatabase of(
            UnitSettings settings,
            ListableBeanFactory beans,
            RetortConnectionDetails details,
            Supplier<@Nullable DataSource> application,
            Supplier<RetortDatabase> single) {
        TenantSources sources = new TenantSources(beans, settings.tenants(), settings.property("tenants"));
        boolean only = settings.own() == null;
        Optional<TenantDatabases> databases = sources.databases(only);
        if (databases.isPresent()) {
            refuseUrl(settings, details);
            UnitTenants tenants = new UnitTenants(
                    new DatabasePlaces(databases.get(), given -> ofTenant(given, details)), settings.tenants());
            return new RetortDatabase(tenants.inTheFirst(), application.get(), tenants);
        }
        RetortDatabase database = single.get();
        return sources.schemas(database.dataSource(), only)
                .map(found -> new RetortDatabase(found.inTheFirst(), database.application(), found))
                .orElse(database);
    }

    private static void refuseUrl(UnitSettings settings, RetortConnectionDetails details) {
        if (details.getJdbcUrl() != null) {
            throw new RetortException(
                    "Each tenant has a database of its own, but " + settings.property("url") + " is that of one.",
                    "Remove " + settings.property("url") + ". " + settings.property("user")
                            + " and .password can be set for all tenants.");
        }
    }

    private static DataSource ofTenant(DataSource given, RetortConnectionDetails details) {
        if (details.getUsername() == null) {
            return DirectDataSource.of(given);
        }
        try {
            return own(DataSourceBuilder.derivedFrom(given), details);
        } catch (RuntimeException unreadable) {
            throw new RetortException(
                    "The tenant's data source does not expose its URL, so that Retort cannot connect as "
                            + details.getUsername() + ".",
                    Advice.of("Return another kind of data source, or remove ", Advice.setting("user"), "."),
                    unreadable);
        }
    }

    /** Returns this database restricted to one tenant. */
    RetortDatabase inTenant(UnitTenants of, String tenant) {
        return new RetortDatabase(of.in(tenant), application);
    }

    /**
     * Chooses the database. The first that is present wins: the data source marked with {@code @RetortDataSource},
     * Retort's own URL, the application's data source with Retort's own user, the application's data source.
     *
     * @param marked the marked data source, or null
     * @param only the application's only data source, or null if the application has no data source or several
     * @param details the connection details; never null
     * @throws RetortException if all of them are null
     */
    public static RetortDatabase choose(
            @Nullable DataSource marked, @Nullable DataSource only, RetortConnectionDetails details) {
        if (marked != null) {
            return new RetortDatabase(marked);
        }
        if (details.getJdbcUrl() != null) {
            return new RetortDatabase(own(DataSourceBuilder.create().url(details.getJdbcUrl()), details), only);
        }
        if (only == null) {
            throw new RetortException(
                    "The application has several data sources, but none is marked with @RetortDataSource.",
                    Advice.of("Mark one with @RetortDataSource, or set ", Advice.setting("url"), "."));
        }
        return details.getUsername() == null
                ? new RetortDatabase(only)
                : new RetortDatabase(own(DataSourceBuilder.derivedFrom(only), details), only);
    }

    /** Returns whether the given data source connects to this database. */
    public boolean usesDataSource(DataSource other) {
        return dataSource.equals(other)
                || other.equals(application)
                || tenants != null && tenants.places().has(other);
    }

    /** Returns the data source that supplies the connections, without what Retort adds for tenants. */
    public DataSource plain() {
        DataSource plain = dataSource instanceof SchemaDataSource tenant ? tenant.over() : dataSource;
        plain = plain instanceof DeferredDataSource deferred ? deferred.target() : plain;
        return plain instanceof DirectDataSource direct ? direct.target() : plain;
    }

    /**
     * Returns the URL, if the data source has one that can be read without opening a connection. It is that of the first
     * tenant's database if each tenant has its own.
     */
    public Optional<String> url() {
        try {
            return Optional.ofNullable(DataSourceBuilder.derivedFrom(plain())
                    .type(SimpleDriverDataSource.class)
                    .build()
                    .getUrl());
        } catch (RuntimeException unavailable) {
            return Optional.empty();
        }
    }

    private static DataSource own(DataSourceBuilder<?> builder, RetortConnectionDetails details) {
        if (StringUtils.hasText(details.getDriverClassName())) {
            builder.driverClassName(details.getDriverClassName());
        }
        SimpleDriverDataSource own = builder.type(SimpleDriverDataSource.class)
                .username(details.getUsername())
                .password(details.getPassword())
                .build();
        own.setConnectionProperties(ConnectTimeouts.of(String.valueOf(own.getUrl())));
        return own;
    }
}
