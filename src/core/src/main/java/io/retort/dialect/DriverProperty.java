package io.retort.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A property of a connection that only the driver's own API reports.
 *
 * @param type the driver's connection type
 * @param method its method, without parameters
 */
public record DriverProperty(String type, String method) {

    /**
     * Reads the property from the driver, without a query. Uses reflection, because the driver is on the application's
     * class path only.
     *
     * @return the value; empty if the driver is a different one, or the pool does not expose it
     */
    public Optional<String> read(Connection connection) {
        try {
            Class<?> api = Class.forName(
                    type, false, connection.getMetaData().getClass().getClassLoader());
            Object driver = connection.unwrap(api);
            return Optional.of(String.valueOf(api.getMethod(method).invoke(driver)));
        } catch (ReflectiveOperationException | SQLException | RuntimeException notTold) {
            return Optional.empty();
        }
    }
}
