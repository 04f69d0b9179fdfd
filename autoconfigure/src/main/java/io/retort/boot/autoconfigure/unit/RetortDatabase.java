package io.retort.boot.autoconfigure.unit;

import io.retort.RetortOptions;
import io.retort.boot.autoconfigure.connect.RetortConnectionDetails;
import io.retort.boot.autoconfigure.tenant.TenantSources;
import io.retort.boot.autoconfigure.tenant.UnitTenants;
import io.retort.dialect.Dialects;
import io.retort.error.RetortException;
import io.retort.run.tenant.SchemaDataSource;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.StringUtils;

/**
 * The database that Retort upgrades.
 *
 * @param dataSource how Retort reaches it; has no pool when Retort has its own URL or user
 * @param application how the application reaches the same database, where that is known
 * @param tenants those who have a schema each in it; null if there are none, else the data source is in the first one's
 */
public record RetortDatabase(
        DataSource dataSource,
        @Nullable DataSource application,
        @Nullable UnitTenants tenants) {

    /** A database that Retort and the application reach in the same way. */
    public RetortDatabase(DataSource dataSource) {
        this(dataSource, dataSource, null);
    }

    /** A database that Retort reaches in a way of its own. */
    public RetortDatabase(DataSource dataSource, @Nullable DataSource application) {
        this(dataSource, application, null);
    }

    /** The same with the tenants that the application tells of, if it does. */
    public RetortDatabase withTenants(UnitSettings settings, ListableBeanFactory beans) {
        TenantSources sources = new TenantSources(beans, settings.tenants(), settings.property("tenants"));
        return sources.on(dataSource, settings.own() == null)
                .map(found -> new RetortDatabase(found.inTheFirst(), application, found))
                .orElse(this);
    }

    /** The same in the schema of one tenant. */
    public RetortDatabase inSchema(UnitTenants of, String schema) {
        return new RetortDatabase(of.in(schema), application);
    }

    /**
     * Chooses: the marked data source, one of Retort's own URL, the application's with Retort's own user, the
     * application's.
     *
     * @throws RetortException when the application has several and none is marked
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
                    "The application has several data sources, and none is marked for Retort.",
                    "Mark one with @RetortDataSource, or set retort.url.");
        }
        return details.getUsername() == null
                ? new RetortDatabase(only)
                : new RetortDatabase(own(DataSourceBuilder.derivedFrom(only), details), only);
    }

    /** Whether this is the database behind a data source of the application's. */
    public boolean isBehind(DataSource other) {
        return dataSource.equals(other) || other.equals(application);
    }

    /** Its URL, where the data source tells it without being asked for a connection. */
    public Optional<String> url() {
        DataSource plain = dataSource instanceof SchemaDataSource tenant ? tenant.over() : dataSource;
        try {
            return Optional.ofNullable(DataSourceBuilder.derivedFrom(plain)
                    .type(SimpleDriverDataSource.class)
                    .build()
                    .getUrl());
        } catch (RuntimeException untold) {
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
        own.setConnectionProperties(properties(String.valueOf(own.getUrl())));
        return own;
    }

    /** So that a connection attempt ends where no server answers; what the URL sets stays. */
    private static Properties properties(String url) {
        Properties properties = new Properties();
        try {
            Duration silence = RetortOptions.STANDARD.silenceTimeout();
            Dialects.ofUrl(url).sessions().connectionProperties(silence).forEach((name, value) -> {
                if (!url.contains(name + "=")) {
                    properties.setProperty(name, value);
                }
            });
        } catch (RetortException unknownProduct) {
            return properties;
        }
        return properties;
    }
}
