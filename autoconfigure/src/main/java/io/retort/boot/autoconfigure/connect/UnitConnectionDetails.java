package io.retort.boot.autoconfigure.connect;

import io.retort.boot.autoconfigure.properties.UnitProperties;
import org.jspecify.annotations.Nullable;

/** Connection details as the properties of one of several units say them. */
public record UnitConnectionDetails(UnitProperties properties) implements RetortConnectionDetails {

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
