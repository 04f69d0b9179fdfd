package io.retort.boot.autoconfigure.properties;

import org.jspecify.annotations.Nullable;

/** Settings of the server on which migrate:replay creates an empty database: {@code retort.scratch.*}. */
public class ScratchProperties {

    /**
     * JDBC URL of a server on which Retort can create and drop databases whose names start with "retort_scratch_".
     * Defaults to the server of the application's data source.
     */
    private @Nullable String url;

    /** Database user for retort.scratch.url. */
    private @Nullable String user;

    /** Password of the user set by retort.scratch.user. */
    private @Nullable String password;

    public @Nullable String getUrl() {
        return url;
    }

    public void setUrl(@Nullable String url) {
        this.url = url;
    }

    public @Nullable String getUser() {
        return user;
    }

    public void setUser(@Nullable String user) {
        this.user = user;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }
}
