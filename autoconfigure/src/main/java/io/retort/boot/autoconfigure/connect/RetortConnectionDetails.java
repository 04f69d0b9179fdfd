package io.retort.boot.autoconfigure.connect;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/** How Retort reaches the database: what {@code retort.url}, {@code user} and {@code password} say, unless a bean says it. */
public interface RetortConnectionDetails extends ConnectionDetails {

    /** The user to upgrade as; null for the application's. */
    @Nullable
    String getUsername();

    /** That user's password. */
    @Nullable
    String getPassword();

    /** The URL of the database to upgrade; null for the application's. */
    @Nullable
    String getJdbcUrl();

    /** The driver's class; null to find it by the URL. */
    default @Nullable String getDriverClassName() {
        return null;
    }
}
