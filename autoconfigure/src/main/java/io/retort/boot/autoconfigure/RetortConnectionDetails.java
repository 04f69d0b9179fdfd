package io.retort.boot.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Details of the connection that Retort uses. By default they come from {@code retort.url}, {@code retort.user},
 * {@code retort.password} and {@code retort.driver-class-name}; a bean of this type replaces them.
 */
public interface RetortConnectionDetails extends ConnectionDetails {

    /** Returns the database user, or null to use the user of the application's data source. */
    @Nullable
    String getUsername();

    /** Returns the password of {@link #getUsername()}, or null if no password is configured. */
    @Nullable
    String getPassword();

    /** Returns the JDBC URL, or null to use the application's data source. */
    @Nullable
    String getJdbcUrl();

    /** Returns the class name of the JDBC driver, or null to derive it from the URL. */
    default @Nullable String getDriverClassName() {
        return null;
    }
}
