package io.retort.boot.autoconfigure.properties;

import org.jspecify.annotations.Nullable;

/** Where to upgrade and as whom, for the only unit or for one of several; null for what the data source says itself. */
public interface ConnectionProperties {

    @Nullable
    String getUrl();

    @Nullable
    String getUser();

    @Nullable
    String getPassword();

    @Nullable
    String getDriverClassName();
}
