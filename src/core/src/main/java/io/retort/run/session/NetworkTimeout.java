package io.retort.run.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.LoggerFactory;

/**
 * How long a connection waits for an answer before it is given up. A limit that the application has set stays; where a driver
 * has no such limit, the connection waits as before.
 */
public final class NetworkTimeout implements AutoCloseable {

    private final Connection connection;

    /** In milliseconds; 0 if the limit is not ours. */
    private final int limit;

    private NetworkTimeout(Connection connection, int limit) {
        this.connection = connection;
        this.limit = limit;
    }

    /**
     * Limits a connection, until closed.
     *
     * @param timeout zero for no limit
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
            LoggerFactory.getLogger(NetworkTimeout.class).debug("The driver has no network timeout", e);
        }
        return new NetworkTimeout(connection, 0);
    }

    /** The limit that {@link #of} has set before; none if another is in force. */
    static NetworkTimeout existing(Connection connection, Duration timeout) {
        try {
            int millis = millis(timeout);
            Connection driver = driver(connection);
            return new NetworkTimeout(driver, driver.getNetworkTimeout() == millis ? millis : 0);
        } catch (SQLException | RuntimeException | AbstractMethodError e) {
            return new NetworkTimeout(connection, 0);
        }
    }

    /** A pool may take a driver that has no network timeout for a broken connection, and close it. */
    private static Connection driver(Connection connection) throws SQLException {
        return connection.unwrap(Connection.class);
    }

    private static int millis(Duration timeout) {
        return (int) Math.min(Integer.MAX_VALUE, timeout.toMillis());
    }

    /** From here on the connection waits without an end, until {@link #resume}. */
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
            LoggerFactory.getLogger(NetworkTimeout.class).debug("The connection is gone", e);
        }
    }

    @Override
    public void close() {
        set(0);
    }
}
