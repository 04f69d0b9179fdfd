package io.retort.boot.autoconfigure;

import io.retort.error.RetortException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * The database that Retort upgrades.
 *
 * @param dataSource how Retort reaches it; has no pool when Retort has its own URL or user
 */
public record RetortDatabase(DataSource dataSource) {

    /**
     * Chooses: the marked data source, one of Retort's own URL, the application's with Retort's own user, the
     * application's.
     *
     * @throws RetortException when the application has several and none is marked
     */
    static RetortDatabase choose(@Nullable DataSource marked, @Nullable DataSource only, RetortProperties properties) {
        if (marked != null) {
            return new RetortDatabase(marked);
        }
        if (properties.getUrl() != null) {
            return own(DataSourceBuilder.create().url(properties.getUrl()), properties);
        }
        if (only == null) {
            throw new RetortException(
                    "The application has several data sources, and none is marked for Retort.",
                    "Mark one with @RetortDataSource, or set retort.url.");
        }
        return properties.getUser() == null
                ? new RetortDatabase(only)
                : own(DataSourceBuilder.derivedFrom(only), properties);
    }

    private static RetortDatabase own(DataSourceBuilder<?> builder, RetortProperties properties) {
        return new RetortDatabase(builder.type(SimpleDriverDataSource.class)
                .username(properties.getUser())
                .password(properties.getPassword())
                .build());
    }
}
