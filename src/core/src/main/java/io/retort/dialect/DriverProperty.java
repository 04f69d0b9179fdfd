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
     * Asks the driver, without asking the database. By reflection, because the driver is the application's.
     *
     * @return empty if the driver is another one, or a pool does not show it
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
