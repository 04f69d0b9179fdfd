package io.retort.internal.session;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * A connection of a data source, and the driver's connection below it.
 *
 * <p>Some pools close a connection when a statement fails with one of certain error codes, for example a feature that
 * the database does not support, or a timeout. The run would then lose its transaction, its lock and the reason of the
 * failure. So statements are sent on the driver's connection. The pool gets its own connection back.
 */
public final class PooledConnection implements AutoCloseable {

    private final @Nullable DataSource pool;
    private final Connection given;
    private final Connection driver;

    private PooledConnection(@Nullable DataSource pool, Connection given) {
        this.pool = pool;
        this.given = given;
        this.driver = driver(given);
    }

    /** Takes over a connection that a data source has given. */
    public static PooledConnection of(Connection given) {
        return new PooledConnection(null, given);
    }

    /**
     * Takes a connection.
     *
     * @throws SQLException if the data source has none
     */
    public static PooledConnection of(DataSource dataSource) throws SQLException {
        return new PooledConnection(dataSource, dataSource.getConnection());
    }

    /** Returns the connection to send statements on. Only {@link #close} closes it. */
    public Connection driver() {
        return driver;
    }

    /**
     * Returns the connection below a pool's connection; the same connection if it wraps none. A dynamic proxy is kept,
     * because it observes the statements or changes them.
     */
    static Connection driver(Connection connection) {
        if (Proxy.isProxyClass(connection.getClass())) {
            return connection;
        }
        try {
            return connection.unwrap(Connection.class);
        } catch (SQLException | RuntimeException | AbstractMethodError e) {
            LoggerFactory.getLogger(PooledConnection.class).debug("The connection wraps none", e);
            return connection;
        }
    }

    /** Returns the connection to its pool. The pool must not lend a lost connection again. */
    @Override
    public void close() {
        try {
            if (driver != given && driver.isClosed() && !isEvicted()) {
                given.createStatement().close();
            }
        } catch (SQLException | RuntimeException e) {
            LoggerFactory.getLogger(PooledConnection.class).debug("The pool knows that the connection is lost", e);
        } finally {
            QuietClose.quietly(given);
        }
    }

    /**
     * HikariCP lends a connection that was just returned without testing it, and does not know H2's error code of a closed
     * connection. Retort does not depend on HikariCP.
     */
    private boolean isEvicted() {
        DataSource source = pool;
        if (source == null) {
            return false;
        }
        try {
            source.getClass().getMethod("evictConnection", Connection.class).invoke(source, given);
            return true;
        } catch (ReflectiveOperationException e) {
            LoggerFactory.getLogger(PooledConnection.class).debug("The pool cannot evict a connection", e);
            return false;
        }
    }
}
