package io.retort.boot.autoconfigure.properties;

import org.jspecify.annotations.Nullable;

/**
 * Connection settings of a unit: {@code retort.url} and its siblings, or {@code retort.units.<name>.url} and its
 * siblings. A value that is null comes from the unit's data source.
 */
public interface ConnectionProperties {

    /** Returns the JDBC URL of the database, or null to use the unit's data source. */
    @Nullable
    String getUrl();

    /** Returns the database user, or null to use the data source's user. */
    @Nullable
    String getUser();

    /** Returns the password of {@link #getUser()}, or null if no password is configured. */
    @Nullable
    String getPassword();

    /** Returns the class name of the JDBC driver, or null to derive it from the URL. */
    @Nullable
    String getDriverClassName();
}
