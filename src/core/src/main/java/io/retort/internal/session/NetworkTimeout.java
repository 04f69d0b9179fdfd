package io.retort.internal.session;

import io.retort.internal.log.PrintableLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Limits how long a connection waits for a response. A limit of the application is kept; with a driver that supports
 * none, the connection waits as before.
 */
public final class NetworkTimeout implements AutoCloseable {

    private final Connection connection;

    /** In milliseconds; 0 if the limit was set by the application. */
    private final int limit;

    private NetworkTimeout(Connection connection, int limit) {
        this.connection = connection;
        this.limit = limit;
    }

    /**
     * Limits a connection until the result is closed.
     *
     * @param connection the connection
     * @param timeout the limit; zero for no limit
     */
    public static NetworkTimeout of(Connection connection, Duration timeout) {
        int millis = millis(timeout);
        try {
            Connection driver = driver(connection);
            if (millis > 0 && driver.getNetworkTimeout() == 0) {
                driver.setNetworkTimeout(Runnable::run, millis);
                return new NetworkTimeout(driver, millis);
            }
        } catch (SQLException | RuntimeException | AbstractMethodError e) {
            PrintableLog.of(NetworkTimeout.class).debug("The driver has no network timeout", e);
        }
        return new NetworkTimeout(connection, 0);
    }

    /** Returns the limit that {@link #of} has set before; none if another limit applies. */
    static NetworkTimeout existing(Connection connection, Duration timeout) {
        try {
            int millis = millis(timeout);
            Connection driver = driver(connection);
            return new NetworkTimeout(driver, driver.getNetworkTimeout() == millis ? millis : 0);
        } catch (SQLException | RuntimeException | AbstractMethodError e) {
            return new NetworkTimeout(connection, 0);
        }
    }

    /** Unwrapped, because a pool may consider a connection broken and close it if the driver has no network timeout. */
    private static Connection driver(Connection connection) {
        return PooledConnection.lowest(connection);
    }

    private static int millis(Duration timeout) {
        return (int) Math.min(Integer.MAX_VALUE, timeout.toMillis());
    }

    /** Removes the limit until {@link #resume}. */
    void suspend() {
        set(0);
    }

    void resume() {
        set(limit);
    }

    private void set(int millis) {
        if (limit == 0) {
            return;
        }
        try {
            connection.setNetworkTimeout(Runnable::run, millis);
        } catch (SQLException | RuntimeException e) {
            PrintableLog.of(NetworkTimeout.class).debug("The connection is gone", e);
        }
    }

    @Override
    public void close() {
        set(0);
    }
}
