package io.retort.boot.autoconfigure;

import io.retort.RetortOptions;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.tenant.SchemaDataSource;
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
 * The database of a unit.
 *
 * @param dataSource the data source that Retort uses; it has no pool if Retort has its own URL or user
 * @param application the application's data source for the same database, or null if unknown
 * @param tenants the tenants with a schema each, or null if the unit has no tenants; if there are some, the data source uses the
 *     first one's schema
 */
public record RetortDatabase(
        DataSource dataSource,
        @Nullable DataSource application,
        @Nullable UnitTenants tenants) {

    /** Creates a database that Retort and the application reach through the same data source. */
    public RetortDatabase(DataSource dataSource) {
        this(dataSource, dataSource, null);
    }

    /** Creates a database that Retort reaches through a data source of its own. */
    public RetortDatabase(DataSource dataSource, @Nullable DataSource application) {
        this(dataSource, application, null);
    }

    /** Returns this database with the tenants that the application defines, or this database if it defines none. */
    public RetortDatabase withTenants(UnitSettings settings, ListableBeanFactory beans) {
        TenantSchemasResolver sources =
                new TenantSchemasResolver(beans, settings.tenants(), settings.property("tenants"));
        return sources.on(dataSource, settings.own() == null)
                .map(found -> new RetortDatabase(found.inTheFirst(), application, found))
                .orElse(this);
    }

    /** Returns this database restricted to the schema of one tenant. */
    public RetortDatabase inSchema(UnitTenants of, String schema) {
        return new RetortDatabase(of.in(schema), application);
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
    public boolean isBehind(DataSource other) {
        return dataSource.equals(other) || other.equals(application);
    }

    /** Returns the URL, if the data source has one that can be read without opening a connection. */
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

    /** Sets a connect timeout in case no server responds. Parameters in the URL take precedence. */
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
