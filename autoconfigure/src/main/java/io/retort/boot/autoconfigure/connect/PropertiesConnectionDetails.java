package io.retort.boot.autoconfigure.connect;

import io.retort.boot.autoconfigure.properties.RetortProperties;
import org.jspecify.annotations.Nullable;

/** Connection details as the application's properties say them. */
public record PropertiesConnectionDetails(RetortProperties properties) implements RetortConnectionDetails {

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
