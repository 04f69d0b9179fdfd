package io.retort.boot.autoconfigure;

import io.retort.boot.autoconfigure.properties.ConnectionProperties;
import org.jspecify.annotations.Nullable;

/**
 * Connection details from configuration properties.
 *
 * @param properties those of the only unit or of one of several units
 */
record PropertiesConnectionDetails(ConnectionProperties properties) implements RetortConnectionDetails {

    @Override
    public @Nullable String getUsername() {
        return properties.getUser();
    }

    @Override
    public @Nullable String getPassword() {
        return properties.getPassword();
    }

    @Override
    public @Nullable String getJdbcUrl() {
        return properties.getUrl();
    }

    @Override
    public @Nullable String getDriverClassName() {
        return properties.getDriverClassName();
    }
}
