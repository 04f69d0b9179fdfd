package io.retort.boot.autoconfigure.properties;

import org.jspecify.annotations.Nullable;

/** Settings of commands that use no database: {@code retort.offline.*}. */
public class OfflineProperties {

    /**
     * Database product, with or without its version, for which entities are read and scripts are written if no database is
     * used, such as "postgresql:17". Defaults to the product for which the newest revision was written.
     */
    private @Nullable String database;

    public @Nullable String getDatabase() {
        return database;
    }

    public void setDatabase(@Nullable String database) {
        this.database = database;
    }
}
